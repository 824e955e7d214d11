package tako.steps.kubernetes.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;
import static tako.steps.kubernetes.rollout.ObjectStatus.State.FAILED;
import static tako.steps.kubernetes.rollout.ObjectStatus.State.IN_PROGRESS;
import static tako.steps.kubernetes.rollout.ObjectStatus.State.SUCCESSFUL;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tako.steps.kubernetes.rollout.ObjectStatus.State;

/** The table of object statuses, row by row. */
class StatusRulesTest {
    private static final String SEEN = "metadata: {generation: 2}";

    static Stream<Arguments> deployments() {
        return Stream.of(
                row(
                        IN_PROGRESS,
                        "waits for its controller",
                        SEEN,
                        "spec: {replicas: 1}",
                        "status: {observedGeneration: 1, updatedReplicas: 1, availableReplicas: 1, replicas: 1}"),
                row(IN_PROGRESS, "waits for its controller", SEEN, "spec: {}", "status: {}"),
                row(
                        IN_PROGRESS,
                        "waits for its controller",
                        SEEN,
                        "spec: {paused: true}",
                        "status: {observedGeneration: 1}"),
                row(
                        IN_PROGRESS,
                        "1 of 3 pods made",
                        SEEN,
                        "spec: {replicas: 3}",
                        "status: {observedGeneration: 2, updatedReplicas: 1, replicas: 3}"),
                row(IN_PROGRESS, "0 of 1 pods made", SEEN, "spec: {}", "status: {observedGeneration: 2}"),
                row(
                        IN_PROGRESS,
                        "1 old pods still end",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, updatedReplicas: 2, replicas: 3, availableReplicas: 3}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 pods available",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, updatedReplicas: 2, replicas: 2, availableReplicas: 1}"),
                row(
                        FAILED,
                        "made no progress within its deadline of 9 seconds",
                        SEEN,
                        "spec: {progressDeadlineSeconds: 9}",
                        "status: {observedGeneration: 2, conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]}"),
                row(
                        IN_PROGRESS,
                        "waits for its controller",
                        SEEN,
                        "spec: {}",
                        "status: {observedGeneration: 1, conditions: [{type: Progressing, reason: ProgressDeadlineExceeded}]}"),
                row(
                        SUCCESSFUL,
                        "is paused",
                        SEEN,
                        "spec: {paused: true, replicas: 3}",
                        "status: {observedGeneration: 2}"),
                row(
                        SUCCESSFUL,
                        "2 of 2 pods available",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, updatedReplicas: 2, replicas: 2, availableReplicas: 2}"),
                row(
                        SUCCESSFUL,
                        "0 of 0 pods available",
                        SEEN,
                        "spec: {replicas: 0}",
                        "status: {observedGeneration: 2}"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void a_deployment(State state, String detail, String yaml) {
        judged("Deployment", yaml, false, state, detail);
    }

    static Stream<Arguments> replicaSets() {
        return Stream.of(
                row(
                        IN_PROGRESS,
                        "waits for its controller",
                        SEEN,
                        "spec: {replicas: 1}",
                        "status: {observedGeneration: 1, availableReplicas: 1}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 pods available",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, availableReplicas: 1}"),
                row(
                        FAILED,
                        "cannot make its pods: no quota",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, conditions: [{type: ReplicaFailure, status: 'True', message: no quota}]}"),
                row(
                        SUCCESSFUL,
                        "1 of 1 pods available",
                        SEEN,
                        "spec: {replicas: 1}",
                        "status: {observedGeneration: 2, availableReplicas: 1, conditions: [{type: ReplicaFailure, status: 'False'}]}"));
    }

    @ParameterizedTest
    @MethodSource("replicaSets")
    void a_replica_set(State state, String detail, String yaml) {
        judged("ReplicaSet", yaml, false, state, detail);
    }

    static Stream<Arguments> statefulSets() {
        return Stream.of(
                row(IN_PROGRESS, "waits for its controller", "metadata: {}", "spec: {replicas: 0}", "status: {}"),
                row(
                        IN_PROGRESS,
                        "waits for its controller",
                        SEEN,
                        "spec: {replicas: 1}",
                        "status: {observedGeneration: 1, readyReplicas: 1}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 pods ready",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, readyReplicas: 1}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 pods updated",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, readyReplicas: 2, updatedReplicas: 1, updateRevision: b, currentRevision: a}"),
                row(
                        SUCCESSFUL,
                        "2 pods ready",
                        SEEN,
                        "spec: {replicas: 2}",
                        "status: {observedGeneration: 2, readyReplicas: 2, updatedReplicas: 2, updateRevision: b, currentRevision: b}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 pods updated",
                        SEEN,
                        "spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 1}}}",
                        "status: {observedGeneration: 2, readyReplicas: 3, updatedReplicas: 1, updateRevision: b, currentRevision: a}"),
                row(
                        SUCCESSFUL,
                        "2 pods updated",
                        SEEN,
                        "spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 1}}}",
                        "status: {observedGeneration: 2, readyReplicas: 3, updatedReplicas: 2, updateRevision: b, currentRevision: a}"),
                row(
                        SUCCESSFUL,
                        "changes pods when they are deleted",
                        SEEN,
                        "spec: {replicas: 2, updateStrategy: {type: OnDelete}}",
                        "status: {}"));
    }

    @ParameterizedTest
    @MethodSource("statefulSets")
    void a_stateful_set(State state, String detail, String yaml) {
        judged("StatefulSet", yaml, false, state, detail);
    }

    static Stream<Arguments> daemonSets() {
        return Stream.of(
                row(IN_PROGRESS, "waits for its controller", SEEN, "spec: {}", "status: {observedGeneration: 1}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 nodes updated",
                        SEEN,
                        "spec: {}",
                        "status: {observedGeneration: 2, desiredNumberScheduled: 2, updatedNumberScheduled: 1, numberAvailable: 2}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 pods available",
                        SEEN,
                        "spec: {}",
                        "status: {observedGeneration: 2, desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberAvailable: 1}"),
                row(
                        SUCCESSFUL,
                        "2 of 2 pods available",
                        SEEN,
                        "spec: {}",
                        "status: {observedGeneration: 2, desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberAvailable: 2}"),
                row(
                        SUCCESSFUL,
                        "changes pods when they are deleted",
                        SEEN,
                        "spec: {updateStrategy: {type: OnDelete}}",
                        "status: {}"));
    }

    @ParameterizedTest
    @MethodSource("daemonSets")
    void a_daemon_set(State state, String detail, String yaml) {
        judged("DaemonSet", yaml, false, state, detail);
    }

    static Stream<Arguments> pods() {
        return Stream.of(
                row(IN_PROGRESS, "is pending", "status: {phase: Pending}"),
                row(IN_PROGRESS, "is pending", "status: {}"),
                row(
                        IN_PROGRESS,
                        "is pending",
                        "status: {phase: Pending, containerStatuses: [{state: {waiting: {reason: ContainerCreating}}}]}"),
                row(
                        FAILED,
                        "ErrImagePull",
                        "status: {phase: Pending, containerStatuses: [{state: {waiting: {reason: ErrImagePull}}}]}"),
                row(
                        FAILED,
                        "ImagePullBackOff",
                        "status: {phase: Pending, containerStatuses: [{state: {waiting: {reason: ImagePullBackOff}}}]}"),
                row(
                        FAILED,
                        "CreateContainerConfigError",
                        "status: {phase: Pending, initContainerStatuses: [{state: {waiting: {reason: CreateContainerConfigError}}}]}"),
                row(
                        IN_PROGRESS,
                        "is pending",
                        "spec: {restartPolicy: Never}",
                        "status: {phase: Pending, containerStatuses: [{state: {waiting: {reason: ErrImagePull}}}]}"),
                row(
                        IN_PROGRESS,
                        "runs, and is not ready yet",
                        "status: {phase: Running, containerStatuses: [{ready: false}]}"),
                row(
                        FAILED,
                        "a container ended and was started again",
                        "status: {phase: Running, containerStatuses: [{ready: false, lastState: {terminated: {exitCode: 1}}}]}"),
                row(
                        IN_PROGRESS,
                        "runs, and is not ready yet",
                        "spec: {restartPolicy: OnFailure}",
                        "status: {phase: Running, containerStatuses: [{ready: false, lastState: {terminated: {exitCode: 1}}}]}"),
                row(FAILED, "failed: Evicted", "status: {phase: Failed, reason: Evicted}"),
                row(FAILED, "failed: a container ended with an error", "status: {phase: Failed}"),
                row(SUCCESSFUL, "has ended well", "status: {phase: Succeeded}"),
                row(
                        SUCCESSFUL,
                        "is ready",
                        "status: {phase: Running, conditions: [{type: Ready, status: 'True'}], containerStatuses: [{ready: true, lastState: {terminated: {}}}]}"));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void a_pod(State state, String detail, String yaml) {
        judged("Pod", yaml, false, state, detail);
    }

    static Stream<Arguments> jobs() {
        return Stream.of(
                row(IN_PROGRESS, "0 of 1 pods succeeded", "status: {active: 1}"),
                row(
                        IN_PROGRESS,
                        "1 of 2 pods succeeded",
                        "spec: {completions: 2}",
                        "status: {active: 1, succeeded: 1}"),
                row(
                        FAILED,
                        "failed: too often",
                        "status: {conditions: [{type: Failed, status: 'True', message: too often}]}"),
                row(
                        FAILED,
                        "failed: too often",
                        "status: {conditions: [{type: FailureTarget, status: 'True', message: too often}]}"),
                row(
                        SUCCESSFUL,
                        "is complete",
                        "status: {succeeded: 1, conditions: [{type: Complete, status: 'True'}]}"),
                row(SUCCESSFUL, "is suspended", "spec: {suspend: true}", "status: {}"));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void a_job_that_is_waited_for(State state, String detail, String yaml) {
        judged("Job", yaml, true, state, detail);
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void a_job_that_is_not_waited_for(State state, String detail, String yaml) {
        judged("Job", yaml, false, SUCCESSFUL, "exists");
    }

    @Test
    void every_other_kind_is_up_when_it_exists() {
        for (var kind :
                new String[] {"Service", "Ingress", "ConfigMap", "Secret", "PersistentVolumeClaim", "CronJob", "Widget"
                }) {
            judged(kind, "status: {phase: Pending}", true, SUCCESSFUL, "exists");
            assertThat(new StatusRules(true).isWaitedFor(object("{kind: " + kind + "}")))
                    .isFalse();
        }
    }

    private static void judged(String kind, String yaml, boolean forJobs, State state, String detail) {
        assertThat(new StatusRules(forJobs).of(object("kind: " + kind + "\n" + yaml)))
                .isEqualTo(new ObjectStatus(state, detail));
    }

    private static Arguments row(State state, String detail, String... yaml) {
        return Arguments.of(state, detail, String.join("\n", yaml) + "\n");
    }
}

package tako.steps.kubernetes.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.steps.kubernetes.rollout.Trouble.Kind;
import tools.jackson.databind.node.ObjectNode;

/** What a pod's own status says about why it does not come up. */
class PodRulesTest {
    static Stream<Arguments> waiting() {
        return Stream.of(
                Arguments.of(
                        "ErrImagePull",
                        Kind.IMAGE,
                        "the image acme/web:1 of container web cannot be pulled (ErrImagePull: said so)"),
                Arguments.of(
                        "ImagePullBackOff",
                        Kind.IMAGE,
                        "the image acme/web:1 of container web cannot be pulled (ImagePullBackOff: said so)"),
                Arguments.of(
                        "RegistryUnavailable",
                        Kind.IMAGE,
                        "the image acme/web:1 of container web cannot be pulled (RegistryUnavailable: said so)"),
                Arguments.of(
                        "InvalidImageName",
                        Kind.IMAGE_NAME,
                        "the image name \"acme/web:1\" of container web is not valid (InvalidImageName: said so)"),
                Arguments.of(
                        "CreateContainerConfigError",
                        Kind.SETTINGS,
                        "container web cannot be made (CreateContainerConfigError: said so)"),
                Arguments.of(
                        "RunContainerError",
                        Kind.START,
                        "container web cannot be started (RunContainerError: said so)"));
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void a_container_that_waits_in_vain(String reason, Kind kind, String what) {
        assertThat(PodRules.trouble(pod("state: {waiting: {reason: " + reason + ", message: said so}}")))
                .hasValueSatisfying(trouble -> {
                    assertThat(trouble.kind()).isEqualTo(kind);
                    assertThat(trouble.what()).isEqualTo(what);
                });
    }

    @Test
    void ordinary_waiting_is_no_trouble() {
        assertThat(PodRules.trouble(pod("state: {waiting: {reason: ContainerCreating}}")))
                .isEmpty();
        assertThat(PodRules.trouble(pod("state: {running: {}}"))).isEmpty();
    }

    @Test
    void a_crash_counts_from_the_third_start_and_not_while_it_runs() {
        var waits =
                "state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 7}}, restartCount: ";
        assertThat(PodRules.trouble(pod(waits + 1))).isEmpty();
        assertThat(PodRules.trouble(pod("state: {running: {}}, restartCount: 5")))
                .isEmpty();
        assertThat(PodRules.trouble(pod(waits + 2))).hasValueSatisfying(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Kind.CRASH);
            assertThat(trouble.what()).isEqualTo("container web ends again and again (exit code 7, 2 restarts)");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"OnFailure", "Never"})
    void a_crash_of_a_pod_that_may_end_is_for_its_job_to_judge(String policy) {
        var waits = pod(
                "state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 7}}, restartCount: 5");
        var ended = pod("state: {terminated: {exitCode: 7}}, restartCount: 5");
        waits.withObject("/spec").put("restartPolicy", policy);
        ended.withObject("/spec").put("restartPolicy", policy);

        assertThat(PodRules.trouble(waits)).isEmpty();
        assertThat(PodRules.trouble(ended)).isEmpty();
    }

    @Test
    void an_image_that_cannot_be_pulled_is_a_trouble_of_every_pod() {
        var pod = pod("state: {waiting: {reason: ErrImagePull}}");
        pod.withObject("/spec").put("restartPolicy", "OnFailure");

        assertThat(PodRules.trouble(pod)).isPresent();
    }

    @Test
    void too_little_memory_is_named() {
        assertThat(
                        PodRules.trouble(
                                pod(
                                        "state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {reason: OOMKilled, exitCode: 137}}, restartCount: 3")))
                .hasValueSatisfying(
                        trouble -> assertThat(trouble.what())
                                .isEqualTo(
                                        "container web ends again and again (it needed more memory than its limit, 3 restarts)"));
    }

    @Test
    void a_pod_without_a_node() {
        assertThat(
                        PodRules.trouble(
                                object(
                                        "status: {phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: 0/3 nodes}]}")))
                .hasValueSatisfying(trouble -> {
                    assertThat(trouble.kind()).isEqualTo(Kind.UNPLACED);
                    assertThat(trouble.what()).isEqualTo("no node takes the pod (0/3 nodes)");
                });
    }

    @Test
    void a_pod_on_its_way_out_has_no_trouble_that_counts() {
        var pod = pod("state: {waiting: {reason: ErrImagePull}}");
        pod.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
        assertThat(PodRules.trouble(pod)).isEmpty();
    }

    @Test
    void an_init_container_is_looked_at_first() {
        var pod = pod("state: {waiting: {reason: PodInitializing}}");
        pod.withObject("/status")
                .set(
                        "initContainerStatuses",
                        object("a: [{name: wait, ready: false, state: {waiting: {reason: ErrImagePull}}}]")
                                .path("a"));
        assertThat(PodRules.suspect(pod)).contains("wait");
    }

    private static ObjectNode pod(String status) {
        return object("""
                metadata: {name: web-1, uid: p1}
                spec: {containers: [{name: web, image: "acme/web:1"}]}
                status:
                  phase: Pending
                  containerStatuses: [{name: web, ready: false, %s}]
                """.formatted(status));
    }
}

package tako.steps.kubernetes.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.Selection;
import tools.jackson.databind.node.ObjectNode;

/** Which pods count for a rollout. */
class RolloutStateTest {
    private final ObjectNode web = object(
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: dev, uid: d, resourceVersion: '10', generation: 2}, status: {observedGeneration: 2}}");

    @Test
    void only_pods_of_a_deployments_newest_set_count() {
        var state = new RolloutState(List.of(web));
        state.seen(set("old", 1));
        state.seen(set("new", 2));
        state.seen(badPod("p-old", "old"));
        assertThat(state.troubles()).isEmpty();

        state.seen(badPod("p-new", "new"));
        assertThat(state.troubles()).extracting(Trouble::title).containsExactly("Pod p-new");
        assertThat(state.unwell(web))
                .extracting(pod -> pod.at("/metadata/uid").asString())
                .containsExactly("p-new");
    }

    @Test
    void nothing_counts_before_the_controller_has_seen_the_newest_specification() {
        var behind = web.deepCopy();
        behind.withObject("/metadata").put("generation", 3);
        var state = new RolloutState(List.of(behind));
        state.seen(set("old", 1));
        state.seen(badPod("p-old", "old"));

        assertThat(state.troubles()).isEmpty();
    }

    @Test
    void pods_of_others_never_count() {
        var state = new RolloutState(List.of(web));
        state.seen(set("new", 2));
        state.seen(badPod("stranger", "elsewhere"));
        state.seen(object("{kind: Pod, metadata: {name: orphan, uid: o}, status: {phase: Failed}}"));

        assertThat(state.troubles()).isEmpty();
        assertThat(state.objects()).containsExactly(web);
    }

    @Test
    void only_pods_of_a_stateful_sets_newest_revision_count() {
        var store = object("{kind: StatefulSet, metadata: {name: store, uid: s}, status: {updateRevision: r2}}");
        var state = new RolloutState(List.of(store));
        state.seen(withLabel(badPod("p1", "s"), "controller-revision-hash", "r1"));
        assertThat(state.troubles()).isEmpty();
        state.seen(withLabel(badPod("p2", "s"), "controller-revision-hash", "r2"));
        assertThat(state.troubles()).hasSize(1);
    }

    @Test
    void only_pods_of_a_daemon_sets_newest_template_count() {
        var agent = object(
                "{kind: DaemonSet, metadata: {name: agent, uid: a, annotations: {deprecated.daemonset.template.generation: '2'}}}");
        var state = new RolloutState(List.of(agent));
        state.seen(withLabel(badPod("p1", "a"), "pod-template-generation", "1"));
        assertThat(state.troubles()).isEmpty();
        state.seen(withLabel(badPod("p2", "a"), "pod-template-generation", "2"));
        assertThat(state.troubles()).hasSize(1);
    }

    @Test
    void an_older_state_of_an_object_does_not_replace_a_newer_one() {
        var state = new RolloutState(List.of(web));
        var older = web.deepCopy();
        older.withObject("/metadata").put("resourceVersion", "9");
        state.seen(older);

        assertThat(state.latest().get("d")).isEqualTo(web);
    }

    @Test
    void a_list_takes_the_place_of_what_was_known() {
        var state = new RolloutState(List.of(web));
        state.seen(set("new", 2));
        state.seen(badPod("gone", "new"));
        state.replaced(Selection.labelled(ObjectKind.POD, "dev", "app=web"), List.of(badPod("here", "new")));
        assertThat(state.troubles()).extracting(Trouble::title).containsExactly("Pod here");

        state.replaced(Selection.named(ObjectKind.DEPLOYMENT, "dev", "web"), List.of());
        assertThat(state.gone()).hasSize(1);
    }

    @Test
    void a_list_says_nothing_about_what_it_does_not_cover() {
        var state = new RolloutState(List.of(web));
        state.seen(set("new", 2));
        state.seen(badPod("pod", "new"));
        state.replaced(Selection.labelled(ObjectKind.POD, "test", ""), List.of());
        state.replaced(Selection.labelled(ObjectKind.POD, "dev", "app=web,tier=back"), List.of());
        state.replaced(Selection.named(ObjectKind.POD, "dev", "other"), List.of());
        state.replaced(Selection.labelled(ObjectKind.DEPLOYMENT, "test", ""), List.of());
        state.replaced(Selection.named(ObjectKind.DEPLOYMENT, "dev", "other"), List.of());

        assertThat(state.troubles()).hasSize(1);
        assertThat(state.gone()).isEmpty();
    }

    @Test
    void the_trouble_that_ends_a_rollout_is_told_before_one_that_may_pass() {
        var state = new RolloutState(List.of(web));
        state.seen(set("new", 2));
        state.seen(
                object(
                        "{kind: Pod, metadata: {name: u, uid: u, ownerReferences: [{uid: new, controller: true}]}, status: {conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable}]}}"));
        state.seen(badPod("b", "new"));

        assertThat(state.trouble(web))
                .hasValueSatisfying(trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.IMAGE));
    }

    private static ObjectNode set(String uid, int revision) {
        return object("{kind: ReplicaSet, metadata: {name: " + uid + ", uid: " + uid
                + ", annotations: {deployment.kubernetes.io/revision: '" + revision
                + "'}, ownerReferences: [{uid: d, controller: true}]}}");
    }

    private static ObjectNode badPod(String uid, String owner) {
        return object(
                "{apiVersion: v1, kind: Pod, metadata: {name: " + uid + ", namespace: dev, labels: {app: web}, uid: "
                        + uid + ", ownerReferences: [{uid: " + owner
                        + ", controller: true}]}, status: {phase: Pending, containerStatuses: [{name: web, state: {waiting: {reason: ErrImagePull}}}]}}");
    }

    private static ObjectNode withLabel(ObjectNode pod, String name, String value) {
        pod.withObject("/metadata/labels").put(name, value);
        return pod;
    }
}

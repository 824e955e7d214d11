package tako.steps.kubernetes.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.cluster.Selection;
import tako.steps.kubernetes.rollout.Applying.Applied;
import tako.steps.kubernetes.rollout.WatchPlan.Planned;

/** As few watches as there can be, each as narrow as it can be. */
class WatchPlanTest {
    @Test
    void one_deployment_is_watched_by_name_and_what_it_makes_by_its_labels() {
        assertThat(WatchPlan.of(List.of(deployment("web", "17"))))
                .containsExactly(
                        new Planned(Selection.named(ObjectKind.DEPLOYMENT, "dev", "web"), "17", true),
                        new Planned(Selection.labelled(ObjectKind.REPLICA_SET, "dev", "app=web"), "", false),
                        new Planned(Selection.labelled(ObjectKind.POD, "dev", "app=web"), "", false));
    }

    @Test
    void several_share_one_watch_from_the_oldest_of_their_versions() {
        assertThat(WatchPlan.of(List.of(deployment("web", "100"), deployment("api", "99"))))
                .containsExactly(
                        new Planned(Selection.labelled(ObjectKind.DEPLOYMENT, "dev", ""), "99", true),
                        new Planned(Selection.labelled(ObjectKind.REPLICA_SET, "dev", ""), "", false),
                        new Planned(Selection.labelled(ObjectKind.POD, "dev", ""), "", false));
    }

    @Test
    void a_pod_needs_nothing_but_itself() {
        var pod =
                new Applied(new ObjectRef(ObjectKind.POD, "dev", "one"), object("{metadata: {resourceVersion: '5'}}"));
        assertThat(WatchPlan.of(List.of(pod)))
                .containsExactly(new Planned(Selection.named(ObjectKind.POD, "dev", "one"), "5", true));
    }

    private static Applied deployment(String name, String version) {
        return new Applied(
                new ObjectRef(ObjectKind.DEPLOYMENT, "dev", name),
                object("{metadata: {resourceVersion: '" + version + "'}, spec: {selector: {matchLabels: {app: " + name
                        + "}}}}"));
    }
}

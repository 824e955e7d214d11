package tako.steps.kubernetes.rollout;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.delivery.step.StepLog;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.cluster.Selection;

/**
 * Removes what earlier deployments of a step left behind.
 *
 * @param owned labels that all objects of the step carry
 * @param instance the label of this deployment: what carries it stays
 */
public record CleanUp(
        Cluster cluster, String namespace, Map<String, String> owned, Map.Entry<String, String> instance, StepLog log) {

    /** Removes the older objects of a kind, one by one. Throws {@code ClusterException}. */
    public void remove(ObjectKind kind) throws InterruptedException {
        for (var object : cluster.listNames(Selection.labelled(kind, namespace, selector()))
                .items()) {
            var place = new ObjectRef(
                    kind,
                    kind.namespaced() ? namespace : "",
                    object.path("metadata").path("name").asString(""));
            cluster.delete(place);
            log.info("Removed " + place.title() + " of an earlier deployment.");
        }
    }

    /** The selector in its wire form. */
    String selector() {
        return Stream.concat(
                        owned.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(label -> label.getKey() + "=" + label.getValue()),
                        Stream.of(instance.getKey() + "!=" + instance.getValue()))
                .collect(Collectors.joining(","));
    }
}

package tako.steps.kubernetes.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.Selection;
import tako.steps.kubernetes.rollout.Applying.Applied;
import tools.jackson.databind.JsonNode;

/** Which watches a rollout needs: one for each kind and namespace, as narrow as labels and names make it. */
final class WatchPlan {
    private WatchPlan() {}

    /**
     * A watch to open.
     *
     * @param since the version to go on from; "" for what is there and what follows
     * @param needed whether there is no waiting without it
     */
    record Planned(Selection selection, String since, boolean needed) {}

    static List<Planned> of(List<Applied> waited) {
        var plan = new ArrayList<Planned>();
        byPlace(waited).values().forEach(group -> plan.add(objects(group)));
        waited.stream()
                .collect(Collectors.groupingBy(one -> one.place().namespace()))
                .forEach((namespace, group) -> plan.addAll(children(namespace, group)));
        return plan;
    }

    private static Map<List<Object>, List<Applied>> byPlace(List<Applied> waited) {
        return waited.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.place().kind(), one.place().namespace())));
    }

    private static Planned objects(List<Applied> group) {
        var place = group.getFirst().place();
        var oldest = group.stream()
                .map(one -> one.live().path("metadata").path("resourceVersion").asString(""))
                .min((a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length()))
                .orElse("");
        var selection = group.size() == 1
                ? Selection.named(place.kind(), place.namespace(), place.name())
                : Selection.labelled(place.kind(), place.namespace(), "");
        return new Planned(selection, oldest, true);
    }

    private static List<Planned> children(String namespace, List<Applied> group) {
        var parents = group.stream()
                .filter(one -> !one.place().kind().kind().equals("Pod"))
                .toList();
        var deployments = parents.stream()
                .filter(one -> one.place().kind().equals(ObjectKind.DEPLOYMENT))
                .toList();
        return Stream.concat(
                        watch(ObjectKind.REPLICA_SET, namespace, deployments),
                        watch(ObjectKind.POD, namespace, parents))
                .toList();
    }

    private static Stream<Planned> watch(ObjectKind kind, String namespace, List<Applied> parents) {
        if (parents.isEmpty()) {
            return Stream.empty();
        }
        var labels = parents.size() == 1 ? selector(parents.getFirst().live()) : "";
        return Stream.of(new Planned(Selection.labelled(kind, namespace, labels), "", false));
    }

    /** A workload's selector in the form of a query; expressions are left out, which selects more and never less. */
    static String selector(JsonNode workload) {
        return workload.path("spec")
                .path("selector")
                .path("matchLabels")
                .propertyStream()
                .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                .collect(Collectors.joining(","));
    }
}

package tako.steps.kubernetes.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.cluster.Selection;
import tako.steps.kubernetes.rollout.Trouble.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of the objects that a rollout waits for and of what they made: pods, and the ReplicaSets between. Pods of the version
 * before are not looked at. For one thread.
 */
final class RolloutState {
    private final Map<String, ObjectNode> roots = new LinkedHashMap<>();
    private final Map<String, ObjectNode> children = new LinkedHashMap<>();
    private final List<JsonNode> gone = new ArrayList<>();

    RolloutState(List<ObjectNode> applied) {
        applied.forEach(object -> roots.put(ObjectRef.uid(object), object));
    }

    /** The objects that are waited for, as they were seen last. */
    List<ObjectNode> objects() {
        return List.copyOf(roots.values());
    }

    Map<String, ObjectNode> latest() {
        return Map.copyOf(roots);
    }

    /** Those that somebody deleted meanwhile. */
    List<JsonNode> gone() {
        return gone;
    }

    /** Takes what was seen. An older state than the known one is left aside. */
    void seen(ObjectNode object) {
        var uid = ObjectRef.uid(object);
        var known = roots.get(uid);
        if (known != null) {
            if (version(object) >= version(known)) {
                roots.put(uid, object);
            }
        } else if (!ownerOf(object).isEmpty()) {
            children.put(uid, object);
        }
    }

    void deleted(ObjectNode object) {
        children.remove(ObjectRef.uid(object));
        if (roots.containsKey(ObjectRef.uid(object))) {
            seen(object);
            gone.add(object);
        }
    }

    /** A list of all objects of a selection takes the place of what was known of them; nothing is said about others. */
    void replaced(Selection selection, List<ObjectNode> listed) {
        var present = listed.stream().map(ObjectRef::uid).toList();
        children.values().removeIf(child -> selection.covers(child) && !present.contains(ObjectRef.uid(child)));
        roots.values().stream()
                .filter(root -> selection.covers(root) && !present.contains(ObjectRef.uid(root)))
                .forEach(gone::add);
        listed.forEach(this::seen);
    }

    /** All that keeps new pods from coming up. */
    List<Trouble> troubles() {
        return roots.values().stream()
                .flatMap(root -> troublesOf(root).stream())
                .toList();
    }

    /** The worst of an object's troubles: what ends a rollout before what may pass. */
    Optional<Trouble> trouble(JsonNode root) {
        return troublesOf(root).stream().min(Comparator.comparing(Trouble::kind));
    }

    private List<Trouble> troublesOf(JsonNode root) {
        var refused = currentSet(root).stream().flatMap(set -> refusal(set).stream());
        return Stream.concat(refused, pods(root).flatMap(pod -> PodRules.trouble(pod).stream()))
                .toList();
    }

    private static Optional<Trouble> refusal(JsonNode set) {
        return StatusRules.condition(set, "ReplicaFailure")
                .filter(StatusRules::isTrue)
                .map(condition -> new Trouble(
                        Kind.REFUSED,
                        set,
                        "",
                        "its pods are refused ("
                                + condition.path("message").asString("").strip() + ")"));
    }

    /** The object whose pod or set a trouble regards. */
    Optional<ObjectNode> rootOf(Trouble trouble) {
        return roots.values().stream()
                .filter(root ->
                        troublesOf(root).stream().anyMatch(one -> one.key().equals(trouble.key())))
                .findFirst();
    }

    /** New pods of an object that are not ready. */
    List<ObjectNode> unwell(JsonNode root) {
        return pods(root)
                .filter(pod -> !pod.path("metadata").has("deletionTimestamp"))
                .filter(pod -> StatusRules.condition(pod, "Ready")
                        .filter(StatusRules::isTrue)
                        .isEmpty())
                .filter(pod -> !pod.path("status").path("phase").asString("").equals("Succeeded"))
                .toList();
    }

    private Stream<ObjectNode> pods(JsonNode root) {
        if (kind(root).equals("Pod")) {
            return Stream.of((ObjectNode) root);
        }
        var owner = kind(root).equals("Deployment")
                ? currentSet(root).map(ObjectRef::uid).orElse("none")
                : ObjectRef.uid(root);
        return children.values().stream()
                .filter(child -> kind(child).equals("Pod") && ownerOf(child).equals(owner))
                .filter(pod -> isOfCurrentRevision(root, pod));
    }

    /** A deployment's newest ReplicaSet, once its controller has seen the newest specification. */
    private Optional<ObjectNode> currentSet(JsonNode root) {
        long generation = root.path("metadata").path("generation").asLong(0);
        if (!kind(root).equals("Deployment")
                || root.path("status").path("observedGeneration").asLong(0) < generation) {
            return Optional.empty();
        }
        return children.values().stream()
                .filter(child ->
                        kind(child).equals("ReplicaSet") && ownerOf(child).equals(ObjectRef.uid(root)))
                .max(Comparator.comparingLong(RolloutState::revision));
    }

    private static boolean isOfCurrentRevision(JsonNode root, JsonNode pod) {
        var labels = pod.path("metadata").path("labels");
        return switch (kind(root)) {
            case "StatefulSet" ->
                matches(root.path("status").path("updateRevision"), labels.path("controller-revision-hash"));
            case "DaemonSet" ->
                matches(
                        root.path("metadata").path("annotations").path("deprecated.daemonset.template.generation"),
                        labels.path("pod-template-generation"));
            default -> true;
        };
    }

    private static boolean matches(JsonNode wanted, JsonNode found) {
        return wanted.asString("").isEmpty() || wanted.asString("").equals(found.asString(""));
    }

    private static long revision(JsonNode set) {
        return number(set.path("metadata")
                .path("annotations")
                .path("deployment.kubernetes.io/revision")
                .asString("0"));
    }

    private static long version(@Nullable JsonNode object) {
        return object == null
                ? 0
                : number(object.path("metadata").path("resourceVersion").asString("0"));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String ownerOf(JsonNode object) {
        return object.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .filter(owner -> owner.path("controller").asBoolean(false))
                .map(owner -> owner.path("uid").asString(""))
                .findFirst()
                .orElse("");
    }

    private static String kind(JsonNode object) {
        return object.path("kind").asString("");
    }
}

package tako.steps.kubernetes.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One cluster as one identity sees it. Every call is one request, but for the first one about a kind that is not everywhere: that asks
 * what the cluster serves. Failures are {@link ClusterException}s; an interrupted thread stops at once. Thread-safe.
 */
public final class Cluster {
    /** The name under which fields are owned. */
    public static final String MANAGER = "tako";

    private static final String NAMES_ONLY =
            "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json";

    private final Wire wire;
    private final ClusterBounds bounds;
    private final ConcurrentMap<String, ObjectKind> discovered = new ConcurrentHashMap<>();

    Cluster(Wire wire, ClusterBounds bounds) {
        this.wire = wire;
        this.bounds = bounds;
    }

    /** The bounds that hold here. */
    public ClusterBounds bounds() {
        return bounds;
    }

    /** The cluster's version: {@code v1.34.1}. */
    public String version() throws InterruptedException {
        return json(Call.get("/version", "tell its version")).path("gitVersion").asString("of an unknown version");
    }

    /** Where objects of a kind live. A kind that the cluster lacks is refused with a sentence. */
    public ObjectKind kind(String apiVersion, String kind) throws InterruptedException {
        var known = KnownKinds.find(apiVersion, kind)
                .or(() -> Optional.ofNullable(discovered.get(apiVersion + " " + kind)));
        return known.isPresent() ? known.get() : discover(apiVersion, kind);
    }

    /** Applies an object to its place and answers it as it lives now. */
    public ObjectNode apply(ObjectRef place, ObjectNode object, boolean force) throws InterruptedException {
        var path = place.kind().path(place.namespace(), place.name()) + "?fieldManager=" + MANAGER
                + "&fieldValidation=Strict&force=" + force;
        return (ObjectNode) json(Call.apply(path, ClusterJson.write(object), "apply " + place.title()));
    }

    /** An object, if it exists. */
    public Optional<ObjectNode> get(ObjectRef place) throws InterruptedException {
        try {
            var path = place.kind().path(place.namespace(), place.name());
            return Optional.of((ObjectNode) json(Call.get(path, "read " + place.title())));
        } catch (ClusterException e) {
            if (isAbsent(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Objects with all that they hold, and the version that the list stands for. */
    public Listed list(Selection selection) throws InterruptedException {
        return listed(Call.get(selection.path(), "list " + selection.kind().plural()));
    }

    /** Whether there is any of them: a list of one at most. */
    public boolean hasAny(Selection selection) throws InterruptedException {
        return !listed(Call.get(
                                selection.path("limit=1"),
                                "list " + selection.kind().plural())
                        .accepting(NAMES_ONLY))
                .items()
                .isEmpty();
    }

    /** The same with nothing but their metadata. */
    public Listed listNames(Selection selection) throws InterruptedException {
        return listed(
                Call.get(selection.path(), "list " + selection.kind().plural()).accepting(NAMES_ONLY));
    }

    /** Deletes an object, if it exists; what it owns goes afterwards. */
    public void delete(ObjectRef place) throws InterruptedException {
        var options = ClusterJson.object().put("propagationPolicy", "Background");
        var path = place.kind().path(place.namespace(), place.name());
        try {
            wire.exchange(Call.withJson("DELETE", path, ClusterJson.write(options), "delete " + place.title()));
        } catch (ClusterException e) {
            if (!isAbsent(e)) {
                throw e;
            }
        }
    }

    /**
     * Watches objects; signals come from other threads, in order, and end with an {@code Ended} or a {@code Broken}.
     *
     * @param since the version to go on from; "" for what is there now and what follows
     */
    public WatchStream watch(Selection selection, String since, Consumer<WatchSignal> signals) {
        var path = selection.path(
                "watch=true",
                "allowWatchBookmarks=true",
                "timeoutSeconds=" + bounds.watch().toSeconds(),
                since.isEmpty() ? "" : "resourceVersion=" + Segment.of(since));
        return wire.stream(Call.get(path, "watch " + selection.kind().plural()), signals);
    }

    /** The last lines that a container wrote; empty if there are none. */
    public List<String> logTail(ObjectRef pod, String container, boolean previous, int lines)
            throws InterruptedException {
        var path = pod.kind().path(pod.namespace(), pod.name()) + "/log?container=" + Segment.of(container)
                + "&tailLines=" + lines + "&limitBytes=65536" + (previous ? "&previous=true" : "");
        var text =
                wire.exchange(Call.get(path, "read the log of " + pod.title()).accepting("*/*"));
        return text.isBlank() ? List.of() : text.stripTrailing().lines().toList();
    }

    /** Whether this identity may do something. */
    public boolean may(String verb, ObjectKind kind, String namespace, String name) throws InterruptedException {
        var review = ClusterJson.object();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        review.putObject("spec")
                .putObject("resourceAttributes")
                .put("verb", verb)
                .put(
                        "group",
                        kind.apiVersion().contains("/") ? kind.apiVersion().replaceAll("/.*", "") : "")
                .put("resource", kind.plural())
                .put("namespace", namespace)
                .put("name", name);
        var path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
        return json(Call.withJson("POST", path, ClusterJson.write(review), "say what we may do"))
                .path("status")
                .path("allowed")
                .asBoolean(false);
    }

    private static boolean isAbsent(ClusterException e) {
        return e.reason() == Reason.NOT_FOUND || e.reason() == Reason.NAMESPACE_MISSING;
    }

    /** Objects of a list, and the version it stands for. */
    public record Listed(List<ObjectNode> items, String resourceVersion) {}

    private Listed listed(Call call) throws InterruptedException {
        var list = json(call);
        var items = list.path("items")
                .valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
        return new Listed(items, list.path("metadata").path("resourceVersion").asString(""));
    }

    private ObjectKind discover(String apiVersion, String kind) throws InterruptedException {
        for (var resource : served(apiVersion)) {
            var name = resource.path("name").asString("");
            if (!name.contains("/")) {
                var found = new ObjectKind(
                        apiVersion,
                        resource.path("kind").asString(""),
                        name,
                        resource.path("namespaced").asBoolean(false));
                discovered.put(apiVersion + " " + found.kind(), found);
            }
        }
        return Optional.ofNullable(discovered.get(apiVersion + " " + kind))
                .orElseThrow(() -> new ClusterException(new ClusterFailure(
                        Reason.UNKNOWN_KIND,
                        "The cluster does not know the kind " + kind + " of " + apiVersion
                                + ". Install its definition first, or correct apiVersion and kind.")));
    }

    private Iterable<JsonNode> served(String apiVersion) throws InterruptedException {
        try {
            return json(Call.get(ObjectKind.root(apiVersion), "say which kinds it serves"))
                    .path("resources");
        } catch (ClusterException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private JsonNode json(Call call) throws InterruptedException {
        return ClusterJson.read(wire.exchange(call));
    }
}

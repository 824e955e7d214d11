package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tako.server.delivery.step.StepLog;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.ClusterFailure;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies objects for one step, one request each: server-side apply under the name {@link Cluster#MANAGER}. Fields that others own are
 * asked for politely first, so that the log can name whom a forced apply overrules. A namespace is made when the cluster says that it
 * is missing. What passes by itself (a busy server, a broken connection) is tried again a few times: applying twice does no harm.
 * For one thread.
 */
public final class Applying {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final String namespace;
    private final ApplyOptions options;
    private final StepLog log;
    private final List<Applied> applied = new ArrayList<>();
    private Optional<String> asked = Optional.empty();

    /**
     * Applies into a cluster.
     *
     * @param namespace where objects go that name none
     */
    public Applying(Cluster cluster, String namespace, ApplyOptions options, StepLog log) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.options = options;
        this.log = log;
        if (!options.serverSide()) {
            log.verbose("The step turns server-side apply off; Tako applies that way all the same.");
        }
    }

    /**
     * An object in its place.
     *
     * @param live as the cluster answered it
     */
    public record Applied(ObjectRef place, ObjectNode live) {}

    /** Applies one object. Throws {@link ClusterException}. */
    public Applied apply(Manifest manifest) throws InterruptedException {
        var place = place(manifest);
        var kind = place.kind();
        var result = new Applied(place, confirmed(place, manifest.json()));
        applied.add(result);
        log.verbose("Applied " + place.title() + (kind.namespaced() ? " in namespace " + place.namespace() : "") + ".");
        return result;
    }

    /**
     * Applies a job. The pods of one cannot be changed (Kubernetes documentation, "Jobs"), so another job of the same name, with its pods, is
     * deleted first. Throws {@link ClusterException}.
     */
    public Applied applyJob(Manifest job) throws InterruptedException {
        try {
            return apply(job);
        } catch (ClusterException e) {
            if (e.reason() != Reason.IMMUTABLE) {
                throw e;
            }
            var place = place(job);
            log.info(place.title() + " exists and cannot be changed: deleting it with its pods, to make it anew.");
            cluster.delete(place);
            return apply(job);
        }
    }

    private ObjectRef place(Manifest manifest) throws InterruptedException {
        var kind = cluster.kind(manifest.apiVersion(), manifest.kind());
        var own = manifest.namespace().isEmpty() ? namespace : manifest.namespace();
        return new ObjectRef(kind, kind.namespaced() ? own : "", manifest.name());
    }

    /** What was applied so far, in order. */
    public List<Applied> applied() {
        return List.copyOf(applied);
    }

    /** What was applied so far, a sentence for people; names what the cluster was asked for but did not confirm. */
    public String account() {
        var names = applied.stream().map(one -> one.place().title()).collect(Collectors.joining(", "));
        return (names.isEmpty() ? "Nothing was applied." : "Applied were: " + names + ".")
                + asked.map(title -> " " + title + " may have been applied: its answer did not come.")
                        .orElse("");
    }

    /** Remembers what was asked for as long as nobody knows whether it happened. */
    private ObjectNode confirmed(ObjectRef place, ObjectNode object) throws InterruptedException {
        asked = Optional.of(place.title());
        try {
            var live = inNamespace(place, object);
            asked = Optional.empty();
            return live;
        } catch (ClusterException e) {
            if (!e.failure().isPassing()) {
                asked = Optional.empty();
            }
            throw e;
        }
    }

    private ObjectNode inNamespace(ObjectRef place, ObjectNode object) throws InterruptedException {
        try {
            return patiently(place, object);
        } catch (ClusterException e) {
            if (e.reason() != Reason.NAMESPACE_MISSING || place.namespace().isEmpty()) {
                throw e;
            }
            makeNamespace(place.namespace());
            return patiently(place, object);
        }
    }

    private void makeNamespace(String name) throws InterruptedException {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", "v1")
                .put("kind", "Namespace")
                .putObject("metadata")
                .put("name", name);
        try {
            cluster.apply(new ObjectRef(ObjectKind.NAMESPACE, "", name), object, false);
            log.info("Made the namespace " + name + ", which did not exist.");
        } catch (ClusterException e) {
            throw new ClusterException(new ClusterFailure(
                    e.reason(),
                    "The namespace \"" + name + "\" does not exist, and it could not be made: " + e.sentence()));
        }
    }

    private ObjectNode patiently(ObjectRef place, ObjectNode object) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return forcefully(place, object);
            } catch (ClusterException e) {
                if (attempt == TRIES || !isWorthAnotherTry(e)) {
                    throw e;
                }
                log.verbose(e.sentence());
                log.verbose("Trying again to apply " + place.title() + ".");
                pause(e.patience().compareTo(PAUSE) > 0 ? e.patience() : PAUSE.multipliedBy(attempt));
            }
        }
    }

    private static boolean isWorthAnotherTry(ClusterException e) {
        return switch (e.reason()) {
            case LOST, BUSY -> true;
            case CONFLICT -> e.managers().isEmpty();
            case UNREACHABLE,
                    UNTRUSTED,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NAMESPACE_MISSING,
                    NOT_FOUND,
                    UNKNOWN_KIND,
                    INVALID,
                    IMMUTABLE,
                    GONE,
                    OTHER -> false;
        };
    }

    private ObjectNode forcefully(ObjectRef place, ObjectNode object) throws InterruptedException {
        try {
            return cluster.apply(place, object, false);
        } catch (ClusterException e) {
            if (e.managers().isEmpty() || !options.force()) {
                throw e;
            }
            log.info(overruled(place, e.managers()));
            return cluster.apply(place, object, true);
        }
    }

    private static String overruled(ObjectRef place, Set<String> managers) {
        return "Taking over fields of " + place.title() + " that " + String.join(", ", managers)
                + " set before, as the step says (force conflicts).";
    }

    private static void pause(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }
}

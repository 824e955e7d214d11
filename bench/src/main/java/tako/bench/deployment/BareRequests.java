package tako.bench.deployment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tako.bench.harness.Incorrect;
import tako.platform.secret.Secret;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.cluster.Selection;
import tako.steps.kubernetes.cluster.WatchSignal;
import tako.steps.kubernetes.rollout.ObjectStatus.State;
import tako.steps.kubernetes.rollout.StatusRules;
import tools.jackson.databind.node.ObjectNode;

/** The least that there is to do for a deployment, with the product's client: an apply for each object and one watch. */
final class BareRequests implements Way, AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    private final Clusters clusters = new Clusters(ClusterBounds.STANDARD);
    private final StatusRules rules = new StatusRules(false);
    private final Side side;
    private final Workload workload;
    private final ClusterAccess access;
    private List<ObjectNode> objects = List.of();

    BareRequests(Side side, Workload workload) {
        this.side = side;
        this.workload = workload;
        this.access = new ClusterAccess(
                side.namespace().cluster().api().toString(),
                new ClusterAccess.Trust.Authority(side.namespace().cluster().authority()),
                new ClusterAccess.Identity.Token(Secret.of(side.token())),
                side.name());
    }

    @Override
    public void prepare(String version) {
        objects = workload.objects(version, side.name());
    }

    /** No watch where the answer to the last apply says already that the Deployment is up. */
    @Override
    public double bring() throws InterruptedException {
        long start = System.nanoTime();
        try (var session = clusters.open(access)) {
            ObjectNode last = objects.getLast();
            for (ObjectNode object : objects) {
                last = apply(session.cluster(), object);
            }
            awaitUp(session.cluster(), last);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private ObjectNode apply(Cluster cluster, ObjectNode object) throws InterruptedException {
        ObjectKind kind = cluster.kind(
                object.path("apiVersion").asString(), object.path("kind").asString());
        String name = object.path("metadata").path("name").asString();
        return cluster.apply(new ObjectRef(kind, side.name(), name), object, false);
    }

    private void awaitUp(Cluster cluster, ObjectNode deployment) throws InterruptedException {
        if (isUp(deployment)) {
            return;
        }
        BlockingQueue<WatchSignal> signals = new LinkedBlockingQueue<>();
        Selection selection = Selection.named(ObjectKind.DEPLOYMENT, side.name(), Workload.DEPLOYMENT);
        String since = deployment.path("metadata").path("resourceVersion").asString();
        try (var _ = cluster.watch(selection, since, signals::add)) {
            boolean up = false;
            while (!up) {
                up = isUp(next(signals));
            }
        }
    }

    private boolean isUp(ObjectNode deployment) {
        return rules.of(deployment).state() == State.SUCCESSFUL;
    }

    /** The Deployment's next state. */
    private static ObjectNode next(BlockingQueue<WatchSignal> signals) throws InterruptedException {
        while (true) {
            WatchSignal signal = Optional.ofNullable(signals.poll(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow(() -> new Incorrect("The watch is silent"));
            switch (signal) {
                case WatchSignal.Changed(ObjectNode object) -> {
                    return object;
                }
                case WatchSignal.Opened _, WatchSignal.Bookmark _ -> {}
                case WatchSignal.Deleted _, WatchSignal.Ended _, WatchSignal.Broken _ ->
                    throw new Incorrect("The watch ended before the Deployment was up: " + signal);
            }
        }
    }

    @Override
    public void close() {
        clusters.close();
    }
}

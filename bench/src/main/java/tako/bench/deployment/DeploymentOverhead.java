package tako.bench.deployment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import tako.app.client.ApiClient;
import tako.bench.deployment.Half.Measured;
import tako.bench.harness.Arena;
import tako.bench.harness.Benchmark.Goal;
import tako.bench.harness.Further;
import tako.bench.harness.Incorrect;
import tako.bench.start.AppJars;
import tako.bench.start.RunningProduct;
import tako.testbed.TestCluster;

/**
 * Deployments through Tako, from just before the request to deploy until a client sees that the task has ended, beside the requests to
 * the cluster that they cannot do without. In each pair both sides bring the same new version to a namespace of their own, and then the
 * same version once more, which changes nothing.
 */
public final class DeploymentOverhead implements Arena {
    private static final int FEWEST_REQUESTS = Workload.OBJECTS + 1;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final int warming;
    private final TestCluster cluster;
    private final RunningProduct product;
    private final ThroughTako tako;
    private final Half through;
    private final Half bare;
    private final List<Measured> ours = new ArrayList<>();
    private final List<Measured> peers = new ArrayList<>();

    private DeploymentOverhead(AppJars app, int warming) throws Exception {
        this.warming = warming;
        cluster = JoinedCluster.join();
        try {
            Workload workload = new Workload(cluster.images().hello(1));
            Side ourSide = opened(Side.on(cluster));
            Side peerSide = opened(Side.on(cluster));
            product = opened(RunningProduct.start(app));
            ApiClient api = opened(product.api());
            tako = new ThroughTako(api, TakoProject.make(api, ourSide, workload));
            through = new Half(ourSide, tako);
            bare = new Half(peerSide, opened(new BareRequests(peerSide, workload)));
            warm();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /**
     * Of the built program.
     *
     * @param warming how often both sides deploy before anything counts: a server that runs for months has long been warm
     */
    public static DeploymentOverhead of(AppJars app, int warming) throws Exception {
        return new DeploymentOverhead(app, warming);
    }

    private void warm() throws Exception {
        for (int round = 1; round <= warming; round++) {
            through.measure("0.0." + round);
            bare.measure("0.0." + round);
        }
    }

    @Override
    public double ours() throws Exception {
        ours.add(through.measure("1.0." + ours.size()));
        return ours.getLast().changed();
    }

    @Override
    public double peer() throws Exception {
        Measured measured = bare.measure("1.0." + peers.size());
        Incorrect.unlessEqual("requests without Tako", FEWEST_REQUESTS, measured.requests());
        peers.add(measured);
        return measured.changed();
    }

    @Override
    public List<Further> further() {
        return List.of(
                new Further(
                        "requests",
                        "ratio",
                        each((our, peer) -> (double) our.requests() / peer.requests()),
                        Goal.atMost(1.3)),
                new Further(
                        "unchanged",
                        "ms",
                        each((our, peer) -> 1000 * (our.unchanged() - peer.unchanged())),
                        Goal.atMost(150.0)));
    }

    private List<Double> each(ToDoubleBiFunction<Measured, Measured> value) {
        return IntStream.range(0, ours.size())
                .mapToObj(pair -> value.applyAsDouble(ours.get(pair), peers.get(pair)))
                .toList();
    }

    @Override
    public List<String> settings() throws IOException {
        return List.of(
                product.settings(),
                cluster.kubectl("version").strip().replaceAll("\\s*\\n", ", "),
                warming
                        + " deployments on each side before the first pair; a pod of one container, no probes, its image on"
                        + " the node",
                "through Tako: from the request to deploy until a client that asks every "
                        + ThroughTako.POLL.toMillis() + " ms sees the end; the tasks' own account: "
                        + tako.lastTasks(2 * ours.size()),
                "requests: " + ours.getLast().requests() + " of Tako's account in the API server's audit log, "
                        + peers.getLast().requests() + " without Tako",
                "checked: every object's version in the cluster, one pod of that version; the second time no object"
                        + " changed");
    }

    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Something did not close", failures.getFirst());
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }
}

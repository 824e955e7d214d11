package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tako.server.delivery.step.StepLog;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;
import tako.steps.kubernetes.cluster.WatchSignal;
import tools.jackson.databind.node.ObjectNode;

/**
 * All watches of a rollout. Their signals go through one queue to the one thread that waits, which alone changes the state. Times are
 * nanoseconds of a clock that only goes forward.
 */
final class KindWatches implements AutoCloseable {
    private final BlockingQueue<KindWatch.Signal> queue = new LinkedBlockingQueue<>();
    private final List<KindWatch> watches = new ArrayList<>();
    private final Cluster cluster;
    private final RolloutState state;
    private final StepLog log;

    KindWatches(Cluster cluster, List<WatchPlan.Planned> plan, RolloutState state, StepLog log) {
        this.cluster = cluster;
        this.state = state;
        this.log = log;
        plan.forEach(one -> watches.add(new KindWatch(cluster, one.selection(), one.since(), one.needed(), queue)));
    }

    void open(long now) {
        watches.forEach(watch -> watch.open(now));
    }

    /** When one of them is to be opened again. */
    long nextTurn() {
        return watches.stream().mapToLong(KindWatch::nextTurn).min().orElse(Long.MAX_VALUE);
    }

    void turn(long now) {
        watches.forEach(watch -> watch.turn(now));
    }

    /** Waits for a signal, then takes all that have come. The result is how the cluster was lost, if it was. */
    Optional<RolloutResult> takeAll(long until) throws InterruptedException {
        var signal = queue.poll(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        for (; signal != null; signal = queue.poll()) {
            if (signal.watch().isCurrent(signal)) {
                var lost = take(signal.watch(), signal.what());
                if (lost.isPresent()) {
                    return lost;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<RolloutResult> take(KindWatch watch, WatchSignal signal) throws InterruptedException {
        switch (signal) {
            case WatchSignal.Opened _ -> opened(watch);
            case WatchSignal.Changed(ObjectNode object) -> {
                state.seen(object);
                watch.followedTo(object);
            }
            case WatchSignal.Deleted(ObjectNode object) -> {
                state.deleted(object);
                watch.followedTo(object);
            }
            case WatchSignal.Bookmark(String version) -> watch.followedTo(version);
            case WatchSignal.Ended _ -> watch.ended();
            case WatchSignal.Broken(ClusterException failure) -> {
                return broken(watch, failure);
            }
        }
        return Optional.empty();
    }

    private void opened(KindWatch watch) {
        boolean wasAway = isAway();
        watch.wellAgain();
        if (wasAway && !isAway()) {
            log.info("The cluster is back; waiting goes on.");
        }
    }

    private boolean isAway() {
        return outage().isPresent();
    }

    /** The outage that has lasted longest. */
    private Optional<KindWatch.Outage> outage() {
        return watches.stream()
                .flatMap(watch -> watch.outage().stream())
                .reduce((one, other) -> one.since() - other.since() <= 0 ? one : other);
    }

    /** That the cluster is away just now, when the wait has come to its bound; empty if it is not. */
    Optional<RolloutResult> awayAt(WaitLimit bound, long now) {
        return outage().flatMap(outage -> awayFor(
                bound.words() + " (it had been away for " + WaitLimit.inWords(Duration.ofNanos(now - outage.since()))
                        + ")",
                outage.last()));
    }

    private Optional<RolloutResult> awayFor(String bound, ClusterException failure) {
        return lost("The cluster went away during the rollout and did not come back within " + bound + ". "
                + failure.sentence());
    }

    private Optional<RolloutResult> broken(KindWatch watch, ClusterException failure) throws InterruptedException {
        if (failure.reason() == Reason.GONE) {
            return relist(watch);
        }
        return failure.failure().isPassing() ? away(watch, failure) : unwatchable(watch, failure);
    }

    private Optional<RolloutResult> away(KindWatch watch, ClusterException failure) {
        var outage = WaitLimit.inWords(cluster.bounds().outage());
        if (!isAway()) {
            log.warning(failure.sentence() + " Tako keeps trying for " + outage + ".");
        }
        return watch.broken(failure, System.nanoTime()).isPresent() ? Optional.empty() : awayFor(outage, failure);
    }

    private Optional<RolloutResult> unwatchable(KindWatch watch, ClusterException failure) {
        if (watch.isNeeded()) {
            return lost(failure.sentence());
        }
        watch.giveUp();
        log.verbose("Causes cannot be told in detail: " + failure.sentence());
        return Optional.empty();
    }

    /** The history is gone: a list takes the place of what was known, and the watch goes on from there. */
    private Optional<RolloutResult> relist(KindWatch watch) throws InterruptedException {
        try {
            var listed = cluster.list(watch.selection());
            var kind = watch.selection().kind();
            state.replaced(
                    watch.selection(),
                    listed.items().stream()
                            .map(item -> item.put("kind", kind.kind()).put("apiVersion", kind.apiVersion()))
                            .toList());
            watch.followedTo(listed.resourceVersion());
            watch.ended();
            return Optional.empty();
        } catch (ClusterException e) {
            return e.failure().isPassing() ? away(watch, e) : unwatchable(watch, e);
        }
    }

    private Optional<RolloutResult> lost(String sentence) {
        return Optional.of(new RolloutResult.Lost(state.latest(), sentence));
    }

    @Override
    public void close() {
        watches.forEach(KindWatch::close);
    }
}

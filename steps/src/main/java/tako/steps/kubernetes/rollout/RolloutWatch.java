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
import tako.steps.kubernetes.rollout.Applying.Applied;
import tako.steps.kubernetes.rollout.ObjectStatus.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Waits until applied objects are up, by watches and never by asking again and again. Signals of all watches go through one queue to
 * one thread, which alone knows the state. It ends when everything is up, when something has failed, when a trouble has lasted longer
 * than its grace, at the limit, or when the cluster was away for too long.
 */
public final class RolloutWatch {
    private final Cluster cluster;
    private final StatusRules rules;
    private final Optional<Duration> limit;
    private final StepLog log;

    /**
     * A wait.
     *
     * @param limit the step's own; without one {@link WaitLimit} decides
     */
    public RolloutWatch(Cluster cluster, StatusRules rules, Optional<Duration> limit, StepLog log) {
        this.cluster = cluster;
        this.rules = rules;
        this.limit = limit;
        this.log = log;
    }

    /** Waits for objects as they were applied. Interruption ends it at once. */
    public RolloutResult await(List<Applied> applied) throws InterruptedException {
        var waited =
                applied.stream().filter(one -> rules.isWaitedFor(one.live())).toList();
        var state = new RolloutState(waited.stream().map(Applied::live).toList());
        var progress = new RolloutProgress(rules, log);
        if (state.objects().stream().allMatch(rules::isUp)) {
            progress.say(state, List.of());
            return new RolloutResult.Up(state.latest());
        }
        try (var wait = new Wait(state, progress, WatchPlan.of(waited))) {
            return wait.run(WaitLimit.of(limit, state.objects(), cluster.bounds()));
        }
    }

    /** One wait as it goes on. */
    private final class Wait implements AutoCloseable {
        private final BlockingQueue<KindWatch.Signal> queue = new LinkedBlockingQueue<>();
        private final List<KindWatch> watches = new ArrayList<>();
        private final RolloutState state;
        private final RolloutProgress progress;
        private final Patience patience = new Patience();

        private Wait(RolloutState state, RolloutProgress progress, List<WatchPlan.Planned> plan) {
            this.state = state;
            this.progress = progress;
            plan.forEach(one -> watches.add(new KindWatch(cluster, one.selection(), one.since(), one.needed(), queue)));
        }

        private RolloutResult run(WaitLimit bound) throws InterruptedException {
            long deadline = System.nanoTime() + bound.duration().toNanos();
            watches.forEach(watch -> watch.open(System.nanoTime()));
            while (true) {
                var lost = takeAll(Math.min(deadline, nextTurn()));
                var verdict = lost.isPresent() ? lost : verdict(System.nanoTime());
                if (verdict.isPresent()) {
                    return verdict.get();
                }
                if (System.nanoTime() - deadline >= 0) {
                    return tooLate(bound);
                }
                watches.forEach(watch -> watch.turn(System.nanoTime()));
            }
        }

        /** Waits for a signal, then takes all that have come. */
        private Optional<RolloutResult> takeAll(long until) throws InterruptedException {
            var signal = queue.poll(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            for (; signal != null; signal = queue.poll()) {
                var lost = signal.watch().isCurrent(signal)
                        ? take(signal.watch(), signal.what())
                        : Optional.<RolloutResult>empty();
                if (lost.isPresent()) {
                    return lost;
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
                case WatchSignal.Ended _ -> watch.open(System.nanoTime());
                case WatchSignal.Broken(ClusterException failure) -> {
                    return broken(watch, failure);
                }
            }
            return Optional.empty();
        }

        private void opened(KindWatch watch) {
            if (watch.isAway()) {
                log.info("The cluster is back; waiting goes on.");
            }
            watch.wellAgain();
        }

        private Optional<RolloutResult> broken(KindWatch watch, ClusterException failure) throws InterruptedException {
            if (failure.reason() == Reason.GONE) {
                return relist(watch);
            }
            if (!failure.failure().isPassing()) {
                return unwatchable(watch, failure);
            }
            if (!watch.isAway() && watches.stream().noneMatch(KindWatch::isAway)) {
                log.warning(failure.sentence() + " Tako keeps trying for "
                        + WaitLimit.inWords(cluster.bounds().outage()) + ".");
            }
            return watch.broken(failure, System.nanoTime()).isPresent()
                    ? Optional.empty()
                    : Optional.of(new RolloutResult.Lost(
                            state.latest(),
                            "The cluster went away during the rollout and did not come back within "
                                    + WaitLimit.inWords(cluster.bounds().outage()) + ". " + failure.sentence()));
        }

        private Optional<RolloutResult> unwatchable(KindWatch watch, ClusterException failure) {
            if (watch.isNeeded()) {
                return Optional.of(new RolloutResult.Lost(state.latest(), failure.sentence()));
            }
            watch.close();
            log.verbose("Causes cannot be told in detail: " + failure.sentence());
            return Optional.empty();
        }

        private Optional<RolloutResult> relist(KindWatch watch) throws InterruptedException {
            try {
                var listed = cluster.list(watch.selection());
                var kind = watch.selection().kind();
                state.replaced(
                        kind.kind(),
                        listed.items().stream()
                                .map(item -> item.put("kind", kind.kind()).put("apiVersion", kind.apiVersion()))
                                .toList());
                watch.followedTo(listed.resourceVersion());
                watch.open(System.nanoTime());
                return Optional.empty();
            } catch (ClusterException e) {
                return e.reason() == Reason.GONE ? Optional.empty() : broken(watch, e);
            }
        }

        private Optional<RolloutResult> verdict(long now) {
            var troubles = state.troubles();
            patience.see(troubles, now);
            progress.say(state, troubles);
            if (!state.gone().isEmpty()) {
                return failed(state.gone().getFirst(), "was deleted by somebody during the rollout");
            }
            for (var object : state.objects()) {
                var status = rules.of(object);
                if (status.state() == State.FAILED && !isGraced(object)) {
                    return failed(object, status.detail());
                }
            }
            if (state.objects().stream().allMatch(rules::isUp)) {
                return Optional.of(new RolloutResult.Up(state.latest()));
            }
            return patience.exhausted(troubles, now)
                    .flatMap(trouble -> state.rootOf(trouble)
                            .map(root -> new RolloutResult.Failed(
                                    state.latest(),
                                    root,
                                    "did not come up",
                                    Optional.of(trouble),
                                    state.unwell(root))));
        }

        /** A pod that was applied itself may recover; its trouble's own grace decides. */
        private boolean isGraced(ObjectNode object) {
            return object.path("kind").asString("").equals("Pod")
                    && !object.path("status").path("phase").asString("").equals("Failed");
        }

        private Optional<RolloutResult> failed(JsonNode object, String why) {
            return Optional.of(RolloutResult.Failed.of(state, object, why));
        }

        private RolloutResult tooLate(WaitLimit bound) {
            return state.objects().stream()
                    .filter(object -> !rules.isUp(object))
                    .findFirst()
                    .<RolloutResult>map(object -> RolloutResult.Failed.of(
                            state,
                            object,
                            "was not up within " + bound.words() + " ("
                                    + rules.of(object).detail() + ")"))
                    .orElseGet(() -> new RolloutResult.Up(state.latest()));
        }

        private long nextTurn() {
            long turn = watches.stream().mapToLong(KindWatch::nextTurn).min().orElse(Long.MAX_VALUE);
            return Math.min(turn, patience.nextEnd(state.troubles()).orElse(Long.MAX_VALUE));
        }

        @Override
        public void close() {
            watches.forEach(KindWatch::close);
        }
    }
}

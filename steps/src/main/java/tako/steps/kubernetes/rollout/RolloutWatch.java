package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tako.server.delivery.step.StepLog;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.rollout.Applying.Applied;

/**
 * Waits until applied objects are up, by watches and never by asking again and again. It ends when everything is up, when something
 * has failed, when a trouble has lasted longer than its grace, at the limit, or when the cluster was away for too long.
 */
public final class RolloutWatch {
    private final Cluster cluster;
    private final StatusRules rules;
    private final Optional<Duration> limit;
    private final StepLog log;

    /**
     * A wait.
     *
     * @param limit the step's own; without one the server's bound holds, or the objects' own deadlines if they are longer
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
        try (var watches = new KindWatches(cluster, WatchPlan.of(waited), state, log)) {
            return new RolloutWait(state, rules, progress, watches)
                    .run(WaitLimit.of(limit, state.objects(), cluster.bounds()));
        }
    }
}

package tako.steps.kubernetes.rollout;

import java.util.Optional;
import tako.steps.kubernetes.rollout.ObjectStatus.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One wait as it goes on: takes what the watches report, and judges after each time. For one thread. */
final class RolloutWait {
    private final RolloutState state;
    private final StatusRules rules;
    private final RolloutProgress progress;
    private final KindWatches watches;
    private final Patience patience = new Patience();

    RolloutWait(RolloutState state, StatusRules rules, RolloutProgress progress, KindWatches watches) {
        this.state = state;
        this.rules = rules;
        this.progress = progress;
        this.watches = watches;
    }

    /** Waits until there is a verdict, or the bound is reached. */
    RolloutResult run(WaitLimit bound) throws InterruptedException {
        long deadline = System.nanoTime() + bound.duration().toNanos();
        watches.open(System.nanoTime());
        while (true) {
            var lost = watches.takeAll(Math.min(deadline, nextTurn()));
            var verdict = lost.isPresent() ? lost : verdict(System.nanoTime());
            if (verdict.isPresent()) {
                return verdict.get();
            }
            if (System.nanoTime() - deadline >= 0) {
                return watches.awayAt(bound, System.nanoTime()).orElseGet(() -> tooLate(bound));
            }
            watches.turn(System.nanoTime());
        }
    }

    private long nextTurn() {
        return Math.min(watches.nextTurn(), patience.nextEnd(state.troubles()).orElse(Long.MAX_VALUE));
    }

    private Optional<RolloutResult> verdict(long now) {
        var troubles = state.troubles();
        patience.see(troubles, now);
        progress.say(state, troubles);
        var failed = deleted().or(this::failed);
        if (failed.isPresent()) {
            return failed;
        }
        if (state.objects().stream().allMatch(rules::isUp)) {
            return Optional.of(new RolloutResult.Up(state.latest()));
        }
        return patience.exhausted(troubles, now)
                .flatMap(trouble -> state.rootOf(trouble)
                        .map(root -> new RolloutResult.Failed(
                                state.latest(), root, "did not come up", Optional.of(trouble), state.unwell(root))));
    }

    /** What is gone has failed, unless it was up: a job may remove itself when it is complete. */
    private Optional<RolloutResult> deleted() {
        return state.gone().stream()
                .filter(object -> !rules.isUp(object))
                .findFirst()
                .map(object -> failed(object, "was deleted by somebody during the rollout"));
    }

    private Optional<RolloutResult> failed() {
        return state.objects().stream()
                .filter(object -> rules.of(object).state() == State.FAILED && !isGraced(object))
                .findFirst()
                .map(object -> failed(object, rules.of(object).detail()));
    }

    /** A pod that was applied itself may recover; its trouble's own grace decides. */
    private static boolean isGraced(ObjectNode object) {
        return object.path("kind").asString("").equals("Pod")
                && !object.path("status").path("phase").asString("").equals("Failed");
    }

    private RolloutResult failed(JsonNode object, String why) {
        return RolloutResult.Failed.of(state, object, why);
    }

    private RolloutResult tooLate(WaitLimit bound) {
        return state.objects().stream()
                .filter(object -> !rules.isUp(object))
                .findFirst()
                .map(object -> failed(
                        object,
                        "was not up within " + bound.words() + " ("
                                + rules.of(object).detail() + ")"))
                .orElseGet(() -> new RolloutResult.Up(state.latest()));
    }
}

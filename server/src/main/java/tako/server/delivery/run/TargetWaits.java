package tako.server.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.log.Level;
import tako.platform.log.LogLine;
import tako.server.delivery.run.ItemJob.Session;

/**
 * The waits of a run for targets on which others run. The log says once for whom an item waits, however often the run looks, and on
 * whichever server; by the time of that line the pauses between the looks grow.
 */
final class TargetWaits {
    /** What a run waits for that waits for a target. */
    static final String TARGET = "the deployment target ";

    private final Session session;
    private final Map<String, Instant> told = new HashMap<>();
    private Optional<Wait> last = Optional.empty();

    /** A wait for a target, in words, since when the item waits for that holder. */
    private record Wait(String what, Instant since) {}

    TargetWaits(Session session) {
        this.session = session;
    }

    /** An item waits for another that runs on its target. */
    void tell(PlannedStep step, Item item, String holder) {
        String sentence = "Waiting for " + TARGET + item.targetName() + ", on which " + holder
                + " runs. A target does one thing at a time.";
        Instant since = told.computeIfAbsent(
                RunLog.step(step) + " " + sentence,
                text -> saidBefore(step, sentence).orElseGet(() -> say(step, sentence)));
        last = Optional.of(new Wait(TARGET + item.targetName() + " (" + holder + ")", since));
    }

    private Instant say(PlannedStep step, String sentence) {
        session.log().line(step, Level.WAIT, sentence);
        return session.parts().clock().instant();
    }

    /** When an earlier claim of the task has said so. */
    private Optional<Instant> saidBefore(PlannedStep step, String sentence) {
        var said = new SaidLines(
                session.parts().stores().logs(), session.run().task().id(), RunLog.step(step), Set.of(Level.WAIT));
        return said.holding(session.mask().mask(sentence), 1).stream()
                .map(LogLine::at)
                .min(Comparator.naturalOrder());
    }

    /** What the run waits for. */
    String what() {
        return last.map(Wait::what).orElse(TARGET);
    }

    /** When it looks again: after as long as it has waited, so that each pause is twice the one before, within bounds. */
    Instant again() {
        RunParts.Waits waits = session.parts().waits();
        Instant now = session.parts().clock().instant();
        Duration waited = last.map(wait -> Duration.between(wait.since(), now)).orElse(Duration.ZERO);
        return now.plus(pause(waited, waits));
    }

    /** Pure. */
    static Duration pause(Duration waited, RunParts.Waits waits) {
        if (waited.compareTo(waits.lock()) < 0) {
            return waits.lock();
        }
        return waited.compareTo(waits.child()) > 0 ? waits.child() : waited;
    }
}

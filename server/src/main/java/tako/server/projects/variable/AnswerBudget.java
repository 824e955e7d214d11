package tako.server.projects.variable;

import java.time.Duration;
import java.util.Optional;
import tako.octostache.Evaluation;
import tako.octostache.Failure;
import tako.octostache.Limits;

/** What the evaluations of one answer may cost together: somebody waits for it, and templates may be hostile. For one thread. */
final class AnswerBudget {
    private static final Limits WHOLE = new Limits(100, 4_000_000, Duration.ofSeconds(2));

    private final long end = System.nanoTime() + WHOLE.time().toNanos();
    private long characters = WHOLE.output();
    private boolean exceeded;
    private boolean tooMuch;

    /** What the next evaluation may cost; empty when nothing is left. */
    Optional<Limits> left() {
        long time = end - System.nanoTime();
        exceeded = exceeded || time <= 0 || characters <= 0;
        return exceeded ? Optional.empty() : Optional.of(new Limits(WHOLE.depth(), characters, Duration.ofNanos(time)));
    }

    /** Counts what was evaluated. */
    void spend(Evaluation evaluation) {
        characters -= evaluation.text().length();
        tooMuch = tooMuch
                || evaluation
                        .failure()
                        .filter(Failure.LimitExceeded.class::isInstance)
                        .isPresent();
    }

    /** Whether something was not evaluated because nothing was left, or because it alone was too much. */
    boolean exceeded() {
        return exceeded || tooMuch;
    }
}

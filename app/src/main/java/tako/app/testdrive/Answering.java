package tako.app.testdrive;

import java.util.Optional;
import tako.app.client.Questions.Verdict;

/**
 * How the questions of the test drive's own deployments are answered.
 *
 * @param given what the command line says; empty for whatever is typed
 */
public record Answering(Optional<Choice> given, Input input) {
    /** What the command line can say. */
    public enum Choice {
        PROCEED(Optional.of(Verdict.PROCEED)),
        ABORT(Optional.of(Verdict.ABORT)),
        /** The deployment waits, and the test drive goes on. */
        NONE(Optional.empty());

        private final Optional<Verdict> verdict;

        Choice(Optional<Verdict> verdict) {
            this.verdict = verdict;
        }
    }

    /** The answer that needs nobody. */
    Optional<Verdict> verdict() {
        return given.flatMap(choice -> choice.verdict);
    }

    /** Whether a person is there who may be waited for. */
    boolean waits() {
        return given.isEmpty() && input.isTerminal();
    }
}

package tako.server.delivery.interruption;

import java.time.Instant;
import java.util.Optional;

/** The sentence for whoever comes too late. */
final class DecidedAlready {
    private DecidedAlready() {}

    /** The same, and also for a question that is open although its time is over: the task that asked has not noticed yet. */
    static Optional<String> sentence(Interruption question, Instant now) {
        if (question.isOverdue(now)) {
            return Optional.of("Nobody answered this intervention in time: its time was over at "
                    + WrittenTime.of(question.times().deadline())
                    + ", and it has expired. Deploy the release again to be asked again.");
        }
        return sentence(question);
    }

    /** Why a question can be neither taken nor answered any more: who answered what and when, or why it was closed. Empty as long as it is open. */
    static Optional<String> sentence(Interruption question) {
        String at = question.times().ended().map(WrittenTime::of).orElse("an unknown time");
        return question.decision().map(decision -> switch (decision) {
            case Decision.Answered(Decision.Verdict verdict, String notes, Decision.Person by) ->
                by.displayName() + " has answered this intervention with " + verdict.wireName() + " on " + at
                        + (notes.isBlank() ? "." : ", with the notes: " + Excerpt.of(notes))
                        + " It is answered once.";
            case Decision.Expired(var deadline) ->
                "Nobody answered this intervention until " + WrittenTime.of(deadline)
                        + ", and it has expired. Deploy the release again to be asked again.";
            case Decision.Withdrawn ignored ->
                "This intervention was withdrawn on " + at
                        + ", because its task has ended. Deploy the release again to be asked again.";
        });
    }
}

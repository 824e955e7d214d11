package tako.server.delivery.interruption;

import java.util.Optional;

/** The sentence for whoever comes too late. */
final class DecidedAlready {
    private DecidedAlready() {}

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

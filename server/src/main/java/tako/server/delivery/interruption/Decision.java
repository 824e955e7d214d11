package tako.server.delivery.interruption;

import java.time.Instant;

/** What became of a question. There is exactly one for each, and none by default is a consent. */
public sealed interface Decision {
    /**
     * Somebody answered.
     *
     * @param notes what they wrote, "" for nothing; a run masks its secrets before it shows them
     */
    record Answered(Verdict verdict, String notes, Person by) implements Decision {}

    /**
     * Nobody answered in time.
     *
     * @param deadline until when the question waited
     */
    record Expired(Instant deadline) implements Decision {}

    /** Nobody waits for the answer any more: the task ended otherwise. */
    record Withdrawn() implements Decision {}

    /** What people can say to a manual intervention. */
    enum Verdict {
        PROCEED("Proceed"),
        ABORT("Abort");

        private final String wireName;

        Verdict(String wireName) {
            this.wireName = wireName;
        }

        /** As clients send and read it. */
        public String wireName() {
            return wireName;
        }
    }

    /** Who answered, as they were then. */
    record Person(String id, String username, String displayName, String emailAddress) {}
}

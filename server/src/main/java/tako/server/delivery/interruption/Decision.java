package tako.server.delivery.interruption;

/** What became of a question. There is exactly one for each, and none by default is a consent. */
public sealed interface Decision {
    /**
     * Somebody answered.
     *
     * @param notes what they wrote, "" for nothing
     */
    record Answered(Verdict verdict, String notes, Person by) implements Decision {}

    /** Nobody answered in time. */
    record Expired() implements Decision {}

    /** Nobody waits for the answer any more: the task ended otherwise. */
    record Withdrawn() implements Decision {}

    /** What people can say to a manual intervention. */
    enum Verdict {
        PROCEED,
        ABORT
    }

    /** Who answered, as they were then. */
    record Person(String id, String username, String displayName, String emailAddress) {}
}

package tako.steps.scripting;

/** A service message breaks the grammar or lacks what it needs; the message completes "It …". */
final class MalformedMessage extends Exception {
    MalformedMessage(String problem) {
        super(problem, null, false, false);
    }

    /** What is wrong. */
    String problem() {
        return String.valueOf(getMessage());
    }
}

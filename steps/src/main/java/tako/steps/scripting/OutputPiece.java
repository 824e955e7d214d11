package tako.steps.scripting;

/** A part of a line that a script wrote. */
sealed interface OutputPiece {
    /** Text for people. */
    record Text(String text) implements OutputPiece {}

    /** A service message. */
    record Message(ServiceMessage message) implements OutputPiece {}

    /**
     * What began like a service message and is none.
     *
     * @param text as it was written
     * @param problem what is wrong with it, as the end of a sentence
     */
    record Malformed(String text, String problem) implements OutputPiece {}

    /** A service message that is too long to be read. What it says is not kept: it may hold a secret that nobody knows yet. */
    record TooLong() implements OutputPiece {}
}

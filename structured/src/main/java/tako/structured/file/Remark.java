package tako.structured.file;

/**
 * A line for the log of a step.
 *
 * @param level how much it matters
 */
public record Remark(Level level, String text) {
    /** Levels of log lines. */
    public enum Level {
        /** For those who look closely. */
        VERBOSE,
        /** For everybody. */
        INFO,
        /** Something was not done as wished. */
        WARNING,
        /** The step fails. */
        ERROR
    }
}

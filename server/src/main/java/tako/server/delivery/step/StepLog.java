package tako.server.delivery.step;

import tako.platform.log.Level;

/** Where a step writes for people. */
public interface StepLog {
    /** Appends a line. */
    void line(Level level, String text);

    /** Reports progress, 0 to 100. */
    void progress(int percentage, String message);

    /** Begins a stream of output, in which a secret may go over several lines. It ends with the step, if not before. */
    default StepStream stream() {
        return new StepStream.Plain(this);
    }

    default void info(String text) {
        line(Level.INFO, text);
    }

    default void verbose(String text) {
        line(Level.VERBOSE, text);
    }

    default void warning(String text) {
        line(Level.WARNING, text);
    }

    default void error(String text) {
        line(Level.ERROR, text);
    }
}

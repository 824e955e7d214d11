package tako.platform.log;

/**
 * Writes to a log for one run of its task. Lines are buffered for a moment and written in groups; {@link #flush} says when they are
 * durable. Safe for several threads; the lines of one thread keep their order.
 */
public interface LogWriter extends AutoCloseable {
    /**
     * Opens a node, or goes on in it when it is there already.
     *
     * @param node its id, unique in the log and stable across attempts, such as {@code step-1/Machines-2}
     * @param parent the id of a node that is open or was; "" for the root
     * @param title for people: {@code Step 1: Deploy}
     */
    void open(String node, String parent, String title);

    /** Appends a line to a node; line ends in the text make several lines. */
    void line(String node, Level level, String text);

    /** Shows how far a node is, 0 to 100. */
    void progress(String node, int percentage, String message);

    /** Says how a node ended; opening it again sets it running again. */
    void close(String node, NodeStatus status);

    /**
     * Returns when everything written so far is durable.
     *
     * @throws LogFenced when a newer run of the task has opened the log
     * @throws LogUnavailable when there is no room, or {@code DatabaseUnavailable} when the database is away; the lines are kept and
     *     tried again with the next line or flush
     */
    void flush();

    /** Flushes, and lets go. */
    @Override
    void close();
}

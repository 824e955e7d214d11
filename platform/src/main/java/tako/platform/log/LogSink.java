package tako.platform.log;

import java.util.List;

/** Where the events of one log's writer become durable. */
interface LogSink {
    /**
     * Stores all events of a run, or none. Lines get their numbers here.
     *
     * @throws LogFenced when a newer run has the log
     * @throws RuntimeException when they cannot be made durable; the same events may come again
     */
    void append(long epoch, List<LogEvent> events);

    /** The ids of the nodes that the log has. */
    List<String> nodes();

    /** The writer let go. */
    void release();
}

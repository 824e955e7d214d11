package tako.platform.log;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where the logs of tasks are kept: a tree of nodes, and lines that are numbered through the whole log for ever, across attempts and
 * nodes of the cluster. No line is ever dropped.
 */
public interface LogStore extends AutoCloseable {
    /**
     * Opens a log for one run of its task. Whatever a writer of an older epoch writes afterwards is refused with {@link LogFenced}.
     *
     * @param log the task's id
     * @param epoch the task's epoch, the fence
     */
    LogWriter writer(String log, long epoch);

    /** The nodes of a log in the order in which they were opened; empty for an unknown log. */
    List<LogNode> tree(String log);

    /** Lines by number, in order. */
    LogPage lines(String log, LineQuery query);

    /** The numbers of lines that contain a text, ignoring case, among those a query selects; with how many there are in all. */
    LogMatches search(String log, String text, LineQuery query);

    /** Every line in order, without holding the log in memory. */
    void each(String log, Consumer<LogLine> reader);

    /** Forgets a log. */
    void remove(String log);

    /** Calls the listener with a log's id soon after it grew; the listener returns at once. */
    void onAppend(Consumer<String> listener);

    @Override
    void close();
}

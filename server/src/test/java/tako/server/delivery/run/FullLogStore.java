package tako.server.delivery.run;

import java.util.List;
import java.util.function.Consumer;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.platform.log.LogMatches;
import tako.platform.log.LogNode;
import tako.platform.log.LogPage;
import tako.platform.log.LogStore;
import tako.platform.log.LogUnavailable;
import tako.platform.log.LogWriter;

/** Logs that can be full: then nobody writes them. */
final class FullLogStore implements LogStore {
    volatile boolean full;
    private final LogStore logs;

    FullLogStore(LogStore logs) {
        this.logs = logs;
    }

    @Override
    public LogWriter writer(String log, long epoch) {
        if (full) {
            throw new LogUnavailable("The disk is full.");
        }
        return logs.writer(log, epoch);
    }

    @Override
    public List<LogNode> tree(String log) {
        return logs.tree(log);
    }

    @Override
    public LogPage lines(String log, LineQuery query) {
        return logs.lines(log, query);
    }

    @Override
    public LogMatches search(String log, String text, LineQuery query) {
        return logs.search(log, text, query);
    }

    @Override
    public void each(String log, Consumer<LogLine> reader) {
        logs.each(log, reader);
    }

    @Override
    public void remove(String log) {
        logs.remove(log);
    }

    @Override
    public void onAppend(Consumer<String> listener) {
        logs.onAppend(listener);
    }

    @Override
    public void close() {
        logs.close();
    }
}

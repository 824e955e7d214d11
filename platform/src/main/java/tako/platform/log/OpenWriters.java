package tako.platform.log;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writers of a store. */
final class OpenWriters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWriters.class);

    private final InstantSource clock;
    private final CommitThreads threads;
    private final Set<LogWriter> open = ConcurrentHashMap.newKeySet();

    OpenWriters(InstantSource clock, CommitThreads threads) {
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Opens a writer; older runs are refused when this returns.
     *
     * @throws LogFenced when a newer run has the log
     */
    LogWriter open(String log, long epoch, LogSink sink) {
        try {
            EventBuffer events = new EventBuffer(log, epoch, sink, threads);
            events.flush();
            LogWriter writer = new BufferedLogWriter(log, clock, events, sink.nodes(), self -> {
                open.remove(self);
                sink.release();
            });
            open.add(writer);
            return writer;
        } catch (RuntimeException e) {
            sink.release();
            throw e;
        }
    }

    /** Stores what waits. */
    @Override
    public void close() {
        for (LogWriter writer : List.copyOf(open)) {
            try {
                writer.close();
            } catch (RuntimeException e) {
                LOG.error("The last lines of a log are not stored: {}", e.getMessage(), e);
            }
        }
    }
}

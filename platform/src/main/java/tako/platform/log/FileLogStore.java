package tako.platform.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Logs as files in the home, a folder for each; one process at a time, which the home's lock guarantees. A writer's lines reach the
 * disk in groups with one flush each. The names of segments are the index of lines, and a copy of the tree is kept beside them, so that
 * opening a log reads little of it.
 */
public final class FileLogStore implements LogStore {
    private static final long SEGMENT_BYTES = 1 << 20;

    private final FileLogs logs;
    private final CommitThreads threads = new CommitThreads();
    private final OpenWriters writers;
    private final LogListeners listeners = new LogListeners();
    private final LongAdder bytesRead = new LongAdder();

    /**
     * Opens the logs of a folder, which is made if it is missing.
     *
     * @param clock gives the times of lines and nodes
     * @throws IOException when the folder cannot be made
     */
    public FileLogStore(Path folder, InstantSource clock) throws IOException {
        this(folder, clock, SEGMENT_BYTES);
    }

    /** @param segmentBytes a segment that has grown to this gets a successor */
    FileLogStore(Path folder, InstantSource clock, long segmentBytes) throws IOException {
        Path made = Files.createDirectories(folder);
        this.logs = new FileLogs(name -> new FileLog(name, made.resolve(name), segmentBytes, bytesRead));
        this.writers = new OpenWriters(clock, threads);
    }

    @Override
    public LogWriter writer(String log, long epoch) {
        FileLogs.requireName(log);
        FileLog file = logs.hold(log);
        return writers.open(log, epoch, new LogSink() {
            @Override
            public void append(long by, List<LogEvent> events) {
                file.append(by, events);
                listeners.grew(log);
            }

            @Override
            public List<String> nodes() {
                return file.reading().tree().stream().map(LogNode::id).toList();
            }

            @Override
            public void release() {
                logs.release(log, file);
            }
        });
    }

    @Override
    public List<LogNode> tree(String log) {
        return logs.reading(log).tree();
    }

    @Override
    public LogPage lines(String log, LineQuery query) {
        return logs.reading(log).lines(query);
    }

    @Override
    public LogMatches search(String log, String text, LineQuery query) {
        LogReading reading = logs.reading(log);
        LineFilter filter = LineFilter.of(query, reading.tree());
        LineSearch search = new LineSearch(text, filter, query);
        if (filter.count() > 0) {
            reading.forward(filter.first(), search);
        }
        return search.matches();
    }

    @Override
    public void each(String log, Consumer<LogLine> reader) {
        logs.reading(log).forward(1, line -> {
            reader.accept(line);
            return true;
        });
    }

    @Override
    public void remove(String log) {
        logs.remove(log);
    }

    @Override
    public void onAppend(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        writers.close();
        threads.close();
    }

    /** How much was read from segments so far. */
    long bytesRead() {
        return bytesRead.sum();
    }
}

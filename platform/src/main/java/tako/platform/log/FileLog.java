package tako.platform.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log in a folder of its own: segments that are only appended to, and a copy of the tree. One appends at a time, many read. */
final class FileLog {
    private static final Logger LOG = LoggerFactory.getLogger(FileLog.class);

    private final String name;
    private final Path folder;
    private final long segmentBytes;
    private final LongAdder read;
    private final TreeFile treeFile;
    private final ReentrantLock writing = new ReentrantLock();
    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private LogTree tree = new LogTree();
    private boolean loaded;
    private boolean removed;
    private Optional<FileChannel> channel = Optional.empty();

    /**
     * A log that is loaded at its first use.
     *
     * @param segmentBytes a segment that has grown to this gets a successor
     * @param read counts the bytes of segments that are read
     */
    FileLog(String name, Path folder, long segmentBytes, LongAdder read) {
        this.name = name;
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.read = read;
        this.treeFile = new TreeFile(folder);
    }

    /** What is stored now. */
    synchronized LogReading reading() {
        load();
        return new LogReading(new TreeMap<>(segments), tree.list(), tree.last());
    }

    synchronized long epoch() {
        load();
        return tree.epoch();
    }

    /** As {@link LogSink#append}. */
    void append(long epoch, List<LogEvent> events) {
        writing.lock();
        try {
            long last = lastFor(epoch);
            Segment segment = store(current(last + 1), encoded(events, last));
            took(segment, events);
        } finally {
            writing.unlock();
        }
    }

    /** Nobody writes any more for now: keeps the tree, so that the next reader finds it at once. */
    void rest() {
        writing.lock();
        try {
            closeChannel();
            saveTree();
        } finally {
            writing.unlock();
        }
    }

    /** Deletes it; whoever still writes is fenced. */
    void remove() {
        writing.lock();
        try {
            closeChannel();
            forget();
            deleteFolder();
        } catch (IOException e) {
            throw unavailable("removed", e);
        } finally {
            writing.unlock();
        }
    }

    private synchronized void load() {
        if (loaded || removed) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            loaded = true;
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Segment.of(file, read).ifPresent(segment -> segments.put(segment.first(), segment));
            }
            TreeFile.Saved saved = treeFile.load().filter(this::fits).orElse(new TreeFile.Saved(new LogTree(), 0, 0));
            tree = saved.tree();
            replay(saved);
            loaded = true;
        } catch (IOException e) {
            throw unavailable("read", e);
        }
    }

    private boolean fits(TreeFile.Saved saved) {
        Segment segment = segments.get(saved.segment());
        return segment != null && segment.length() >= saved.offset();
    }

    /** Applies what came after the saved tree, and finds where the last complete record ends. */
    private void replay(TreeFile.Saved saved) {
        for (Segment segment :
                List.copyOf(segments.tailMap(saved.segment(), true).values())) {
            long from = segment.first() == saved.segment() ? saved.offset() : 0;
            long end = segment.read(from, event -> {
                tree.apply(event);
                return true;
            });
            if (segment.first() == segments.lastKey()) {
                segments.put(segment.first(), segment.withLength(end));
            } else {
                segment.requireWhole(end);
            }
        }
    }

    private synchronized long lastFor(long epoch) {
        load();
        if (removed || tree.epoch() > epoch) {
            throw new LogFenced(name);
        }
        return tree.last();
    }

    private static ByteBuffer encoded(List<LogEvent> events, long last) {
        RecordWriter out = new RecordWriter(LogEvent.size(events));
        eachNumbered(events, last, event -> EventFormat.write(event, out));
        return out.bytes();
    }

    /** Events whose lines have their numbers, none of them kept. */
    private static void eachNumbered(List<LogEvent> events, long last, Consumer<LogEvent> then) {
        long number = last;
        for (LogEvent event : events) {
            if (event instanceof LogEvent.Written(LogLine line)) {
                number++;
                then.accept(
                        new LogEvent.Written(new LogLine(number, line.node(), line.level(), line.at(), line.text())));
            } else {
                then.accept(event);
            }
        }
    }

    private synchronized Optional<Segment> lastSegment() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.lastEntry().getValue());
    }

    /** The segment to append to: a new one when the last one is big enough and the new one's name differs from it. */
    private Segment current(long next) {
        Optional<Segment> last = lastSegment();
        if (last.isPresent()
                && (last.get().length() < segmentBytes || last.get().first() == next)) {
            return last.get();
        }
        closeChannel();
        if (last.isPresent()) {
            saveTree();
        }
        return Segment.empty(next, folder, read);
    }

    /** Writes and flushes, or leaves the segment as it was. */
    private Segment store(Segment segment, ByteBuffer records) {
        try {
            FileChannel out = openAt(segment);
            long length = segment.length();
            if (length == 0) {
                length += write(out, ByteBuffer.wrap(FileHeader.bytes()));
            }
            length += write(out, records);
            out.force(false);
            return segment.withLength(length);
        } catch (IOException e) {
            cutBack(segment);
            throw unavailable("written", e);
        }
    }

    private FileChannel openAt(Segment segment) throws IOException {
        if (channel.isPresent()) {
            return channel.get();
        }
        Files.createDirectories(folder);
        FileChannel opened = FileChannel.open(segment.file(), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        channel = Optional.of(opened);
        opened.truncate(segment.length()).position(segment.length());
        if (segment.length() == 0) {
            flushFolder(folder);
            flushFolder(folder.toAbsolutePath().resolveSibling(""));
        }
        return opened;
    }

    /** Opening it again cuts off what could not be cut off now. */
    private void cutBack(Segment segment) {
        try {
            if (channel.isPresent()) {
                channel.get().truncate(segment.length());
            }
        } catch (IOException e) {
            LOG.warn("What could not be written to the log {} is still in its file", name, e);
        }
        closeChannel();
    }

    private static int write(FileChannel out, ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        return length;
    }

    /** New names are lost with the power unless their folder is flushed. */
    private static void flushFolder(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private synchronized void took(Segment segment, List<LogEvent> events) {
        segments.put(segment.first(), segment);
        eachNumbered(events, tree.last(), tree::apply);
    }

    private synchronized void saveTree() {
        Optional<Segment> last = lastSegment();
        if (removed || last.isEmpty()) {
            return;
        }
        try {
            treeFile.save(
                    new TreeFile.Saved(tree, last.get().first(), last.get().length()));
        } catch (IOException e) {
            LOG.warn("The tree of the log {} is not kept and will be read from its lines", name, e);
        }
    }

    private synchronized void forget() {
        removed = true;
        segments.clear();
        tree = new LogTree();
    }

    private void deleteFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private void closeChannel() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            LOG.warn("A segment of the log {} did not close", name, e);
        }
        channel = Optional.empty();
    }

    private LogUnavailable unavailable(String done, IOException e) {
        return new LogUnavailable(
                "The log of " + name + " could not be " + done + " (" + e.getMessage()
                        + "); make sure that there is room in "
                        + folder.toAbsolutePath().resolveSibling("")
                        + " and that it is writable. What was acknowledged is kept.",
                e);
    }
}

package tako.platform.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * A file with a run of a log's events.
 *
 * @param first the number of the first line in it; its name, so that the names of a log's segments are the index of its lines
 * @param length how many bytes are stored for good; behind them may stand what was never acknowledged
 * @param read counts the bytes that are read
 */
record Segment(long first, Path file, long length, LongAdder read) {
    private static final String ENDING = ".segment";

    static Segment empty(long first, Path folder, LongAdder read) {
        return new Segment(first, folder.resolve("%019d".formatted(first) + ENDING), 0, read);
    }

    /** The segment in a file, with all its bytes; empty if the file is something else. */
    static Optional<Segment> of(Path file, LongAdder read) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        long first = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
        return Optional.of(new Segment(first, file, Files.size(file), read));
    }

    Segment withLength(long bytes) {
        return new Segment(first, file, bytes, read);
    }

    /**
     * Reads events in order until the receiver has enough.
     *
     * @param from the offset of a record; 0 for the first
     * @return where the last complete record that was read ends
     */
    long read(long from, Predicate<LogEvent> wantsMore) {
        if (from == length && length > 0) {
            return length;
        }
        byte[] bytes = bytes();
        if (bytes.length < FileHeader.LENGTH || bytes[0] == 0) {
            return 0; // a new file that power failed on
        }
        FileHeader.check(bytes, file);
        RecordReader records = new RecordReader(bytes, Math.max(FileHeader.LENGTH, (int) from));
        while (records.next()) {
            if (!wantsMore.test(EventFormat.read(records))) {
                return length;
            }
        }
        return records.end();
    }

    /**
     * Reads lines in order until the visitor has enough.
     *
     * @return whether it wants more
     * @throws LogUnavailable when what was stored is damaged
     */
    boolean lines(LineVisitor visitor) {
        boolean[] more = {true};
        long end = read(0, event -> {
            more[0] = !(event instanceof LogEvent.Written(LogLine line)) || visitor.visit(line);
            return more[0];
        });
        requireWhole(end);
        return more[0];
    }

    /** @throws LogUnavailable when the stored bytes go on behind an end that was read */
    void requireWhole(long end) {
        if (end < length) {
            throw new LogUnavailable("The log " + file + " is damaged at byte " + end
                    + "; restore it from a backup, or delete the file.");
        }
    }

    private byte[] bytes() {
        // Not a channel: interrupting a reader would close it.
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(length)];
            in.readFully(bytes);
            read.add(length);
            return bytes;
        } catch (IOException e) {
            throw new LogUnavailable("The log " + file + " cannot be read (" + e.getMessage() + "); try again.", e);
        }
    }
}

package tako.testbed;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The API server's own record of what it was asked, one entry a request: a watch and a followed log are written when they begin, all
 * others when they have been answered, at times a moment after the client has the answer. So await what should be there, and for
 * what should not be there await a later request of one's own first.
 *
 * @param file where the server writes it
 */
public record AuditLog(Path file) {

    /** A place in the log, in bytes. */
    public record Mark(long position) {}

    /** The log's end as of now. */
    public Mark mark() {
        try {
            return new Mark(Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was written after the mark, oldest first. */
    public List<AuditEntry> since(Mark mark) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(mark.position());
            byte[] bytes = new byte[Math.toIntExact(log.length() - mark.position())];
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(AuditEntry::parse)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

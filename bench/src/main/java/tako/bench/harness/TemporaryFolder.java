package tako.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone after use. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** A new one, where temporary files go. */
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("tako-bench-"));
    }

    /** On what it lies: a memory disk would make durable writes look cheap. */
    public String storage() throws IOException {
        return "files on " + Files.getFileStore(path).type() + " (" + path.getParent() + ")";
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

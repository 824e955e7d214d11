package tako.e2e.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to use the tutorial's fixed node ports and namespaces: the machine's checkouts share one cluster, so only one test at a time
 * has it.
 */
final class TutorialPorts implements AutoCloseable {
    private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "tako-tutorial-ports.lock");

    private final FileChannel file;

    private TutorialPorts(FileChannel file) {
        this.file = file;
    }

    /** Waits until no other run uses them. */
    static TutorialPorts take() {
        try {
            FileChannel file = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.lock();
            return new TutorialPorts(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

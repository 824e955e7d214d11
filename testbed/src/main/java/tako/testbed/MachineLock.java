package tako.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What one test at a time may have on this machine, until it is closed or its process ends. */
public final class MachineLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock held;

    private MachineLock(FileChannel channel, FileLock held) {
        this.channel = channel;
        this.held = held;
    }

    static MachineLock take(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new MachineLock(channel, channel.lock());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (channel) {
            held.release();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package tako.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Proof that no other process uses a home, held until closed or until this process dies, however it dies. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a home, which is created if it is missing.
     *
     * @throws HomeRefused when it cannot be written, or a process holds it
     */
    public static HomeLock take(Path home) {
        Path file = home.resolve("tako.lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new HomeRefused("The home " + home + " is in use by another server" + holder(file)
                        + ". Stop it, or choose another home with --home.");
            }
            sign(channel);
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new HomeRefused("The home " + home + " cannot be written (" + e
                    + "). Choose another one with --home, or correct its permissions.");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String process = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(process));
    }

    private static String holder(Path file) throws IOException {
        String process = Files.readString(file).strip();
        return process.isEmpty() ? "" : " (process " + process + ")";
    }

    /** A home that cannot be used; the message is one sentence that says what and what next. */
    public static final class HomeRefused extends RuntimeException {
        HomeRefused(String message) {
            super(message);
        }
    }
}

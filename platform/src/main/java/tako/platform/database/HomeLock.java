package tako.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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
     * @throws HomeRefused when it cannot be written, or another process holds it
     */
    public static HomeLock take(Path home) {
        Path file = home.resolve("tako.lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new HomeRefused("The home " + home + " is in use by another server"
                        + (holder.isEmpty() ? "" : " (process " + holder + ")")
                        + ". Stop it, or choose another home with --home.");
            }
            channel.truncate(0);
            channel.write(java.nio.charset.StandardCharsets.UTF_8.encode(
                    String.valueOf(ProcessHandle.current().pid())));
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new HomeRefused("The home " + home + " cannot be written (" + e.getMessage()
                    + "). Choose another one with --home, or correct its permissions.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A home that cannot be used; the message is one sentence that says what and what next. */
    public static final class HomeRefused extends RuntimeException {
        HomeRefused(String message) {
            super(message);
        }
    }
}

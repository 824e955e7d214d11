package tako.platform.blob;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tako.platform.digest.Sha256;

/**
 * Blobs as files, in the home or in a folder that all nodes share: {@code ab/ab34…}, named by their hash. A content is written aside,
 * flushed, and moved to its name in one step, so whatever has a name is whole.
 */
public final class FolderBlobs implements Blobs {
    /** No upload takes as long; what is older was left by a process that died. */
    private static final Duration STALE = Duration.ofDays(2);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Path incoming;

    /**
     * Opens the blobs of a folder, which is made if it is missing, and removes what interrupted uploads left there.
     *
     * @throws IOException when the folder cannot be made or read
     */
    public FolderBlobs(Path folder) throws IOException {
        this.folder = folder;
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
        sweep();
    }

    @Override
    public Blob put(InputStream content) throws IOException {
        Path file = Files.createTempFile(incoming, "", "");
        try {
            Blob blob = write(content, file);
            keep(file, blob.hash());
            return blob;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Optional<InputStream> open(String hash) throws IOException {
        if (!HASH.matcher(hash).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String hash) throws IOException {
        if (HASH.matcher(hash).matches()) {
            Files.deleteIfExists(file(hash));
        }
    }

    private static Blob write(InputStream content, Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (FileOutputStream out = new FileOutputStream(file.toFile());
                OutputStream hashed = new DigestOutputStream(out, digest)) {
            long size = content.transferTo(hashed);
            out.getFD().sync();
            return new Blob(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    /** Replaces a file that is there already: it may be about to be removed. */
    private void keep(Path file, String hash) throws IOException {
        Path target = file(hash);
        Path shelf = folder.resolve(hash.substring(0, 2));
        if (Files.notExists(shelf)) {
            Files.createDirectories(shelf);
            flush(folder);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flush(shelf);
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /** A name is lost with the power unless its folder is flushed. An interrupt would close the channel, so it waits meanwhile. */
    private static void flush(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Other nodes may be writing there now. What is old is told by the folder's own clock: a file that is made now. */
    private void sweep() throws IOException {
        Path mark = Files.createTempFile(incoming, "", "");
        FileTime now = Files.getLastModifiedTime(mark);
        FileTime stale = FileTime.from(now.toInstant().minus(STALE));
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                removeIfOlder(file, stale);
            }
        } finally {
            Files.deleteIfExists(mark);
        }
    }

    private static void removeIfOlder(Path file, FileTime stale) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).compareTo(stale) < 0) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Another node finished it, or swept it first.
        }
    }
}

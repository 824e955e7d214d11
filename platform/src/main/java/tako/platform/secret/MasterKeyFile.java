package tako.platform.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/** The master key of an installation: the one that was given, or the file {@code master.key} (mode 0600) in its home. */
public final class MasterKeyFile {
    /** The file's name in the home. */
    public static final String NAME = "master.key";

    private final Path file;
    private final SecureRandom random;

    public MasterKeyFile(Path home, SecureRandom random) {
        this.file = home.resolve(NAME);
        this.random = random;
    }

    /**
     * The key to use. Without a given one and without the file, the file is made.
     *
     * @throws MasterKeyRefused when neither can be had; the message says what to do
     */
    public MasterKey key(Optional<Secret> given) {
        return MasterKey.of(given.orElseGet(this::readOrMake));
    }

    private Secret readOrMake() {
        try {
            return Files.exists(file) ? read() : make();
        } catch (IOException failure) {
            throw new MasterKeyRefused("The master key file " + file + " cannot be used (" + failure
                    + "); make it readable for this user, or give the key as MASTER_KEY.");
        }
    }

    private Secret read() throws IOException {
        if (posix() && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            // The group may read: Kubernetes opens a volume's files to the pod's group.
            throw new MasterKeyRefused("Everybody on this machine can read the master key; run: chmod 600 " + file);
        }
        return Secret.of(Files.readString(file));
    }

    private Secret make() throws IOException {
        var key = MasterKey.generate(random);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, permissions())) {
            channel.write(ByteBuffer.wrap((key.reveal() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return read();
        }
        return key;
    }

    private FileAttribute<?>[] permissions() throws IOException {
        var owner = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        return posix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)} : new FileAttribute<?>[0];
    }

    private boolean posix() throws IOException {
        FileStore store = Files.getFileStore(file.toAbsolutePath().getParent());
        return store.supportsFileAttributeView("posix");
    }
}

package tako.app;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import tako.platform.secret.Secret;

/**
 * How whoever owns the home reaches its running server without a key of their own: an address, and a key that lives as long as the
 * process. Kept in the home at mode 0600, as a cluster's administrator file is.
 *
 * @param server where it listens
 * @param key acts as the server itself; never stored in the database
 */
public record Operator(URI server, Secret key) {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** What a running server left, if one runs. */
    static Optional<Operator> find(Home home) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(home.operator())) {
            properties.load(reader);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new StartRefused("The file " + home.operator() + " cannot be read (" + unreadable.getMessage()
                    + "). Run this as the user who owns the home, or give --server and --api-key.");
        }
        return Optional.of(new Operator(
                URI.create(properties.getProperty("server", "")), Secret.of(properties.getProperty("key", ""))));
    }

    /** Leaves it for others of the same user; a reader sees the old file or the new one, whole. */
    void write(Home home) throws IOException {
        var properties = new Properties();
        properties.setProperty("server", server.toString());
        properties.setProperty("key", key.reveal());
        var text = new StringWriter();
        properties.store(text, "Made by the running server; gone when it stops.");
        Path draft = Files.createTempFile(
                home.folder(), "operator", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(draft, text.toString());
        Files.move(draft, home.operator(), StandardCopyOption.ATOMIC_MOVE);
    }
}

package tako.platform.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one execution, its owner's alone: {@code work} is the working folder, {@code tmp} for temporary files,
 * {@code argv} holds the command's words, each ended by a NUL. Its path marks the execution's processes.
 */
record RunFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> FILE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int LONGEST_KEY = 60;

    /** Makes a fresh folder under the root, named after the key. */
    static RunFolder create(Path root, String key) throws IOException {
        Files.createDirectories(root, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        var readable = key.replaceAll("[^A-Za-z0-9._-]", "-");
        var name = readable.substring(0, Math.min(LONGEST_KEY, readable.length()));
        var folder = new RunFolder(Files.createTempDirectory(
                root.toRealPath(), name + ".", PosixFilePermissions.asFileAttribute(OWNER_ONLY)));
        Files.createDirectory(folder.work(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.createDirectory(folder.tmp(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        return folder;
    }

    Path work() {
        return path.resolve("work");
    }

    Path tmp() {
        return path.resolve("tmp");
    }

    /** Writes the command's files into the working folder, and its words. */
    void write(Command command) throws IOException {
        for (Map.Entry<String, String> file : command.files().entrySet()) {
            writeFile(inside(file.getKey()), file.getValue());
        }
        writeFile(path.resolve("argv"), nulTerminated(command.argv()));
    }

    private Path inside(String name) throws IOException {
        var file = work().resolve(name).normalize();
        if (!file.startsWith(work()) || file.equals(work())) {
            throw new IllegalArgumentException("A command's file must lie in its working folder: " + name);
        }
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        return file;
    }

    private static void writeFile(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        Files.write(file, text.getBytes(UTF_8), StandardOpenOption.WRITE);
    }

    private static String nulTerminated(List<String> words) {
        var text = new StringBuilder();
        for (String word : words) {
            if (word.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A word of a command cannot hold a NUL character.");
            }
            text.append(word).append('\0');
        }
        return text.toString();
    }

    /** Removes the folder with all it holds; links are removed, not followed. What stays is named in the server's log. */
    void remove() {
        try {
            remove(path);
        } catch (IOException e) {
            LOG.warn("The working folder {} could not be removed: {}", path, e.toString());
        }
    }

    private static void remove(Path entry) throws IOException {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(entry, OWNER_ONLY);
            try (var children = Files.newDirectoryStream(entry)) {
                for (Path child : children) {
                    remove(child);
                }
            }
        }
        Files.deleteIfExists(entry);
    }
}

package tako.app.testdrive.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What became of a declaration: a file beside it, for the script that waits.
 *
 * @param deployment whose declaration it was
 * @param running whether its page answers
 * @param port where; another than declared when that was taken
 * @param message why it does not run, "" otherwise
 */
record ServiceState(String deployment, boolean running, int port, String message) {
    /** The ending of the files' names. */
    static final String ENDING = ".state";

    /** Reads the file of an environment; nothing when there is none. */
    static Optional<ServiceState> read(Path folder, String environment) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(environment + ENDING))) {
            properties.load(reader);
            return Optional.of(new ServiceState(
                    properties.getProperty("deployment", ""),
                    Boolean.parseBoolean(properties.getProperty("running")),
                    Integer.parseInt(properties.getProperty("port", "")),
                    properties.getProperty("message", "")));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes the file; a reader sees the old one or the new one, whole. */
    void write(Path folder, String environment) throws IOException {
        var properties = new Properties();
        properties.setProperty("deployment", deployment);
        properties.setProperty("running", Boolean.toString(running));
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("message", message);
        var text = new StringWriter();
        properties.store(text, null);
        Path draft = Files.createTempFile(folder, "state", ".tmp");
        Files.writeString(draft, text.toString());
        Files.move(draft, folder.resolve(environment + ENDING), StandardCopyOption.ATOMIC_MOVE);
    }
}

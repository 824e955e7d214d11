package tako.app.testdrive.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a deployment asks the test drive to keep running: a file that the step's script puts into the supervisor's folder.
 *
 * @param environment shown on the page; also the file's name
 * @param version shown on the page
 * @param port where it wants to listen
 * @param deployment which deployment declared it; a new one restarts the process
 */
record Declaration(String environment, String version, int port, String deployment) {
    /** The ending of the files' names. */
    static final String ENDING = ".service";

    /** Reads a file; nothing when it is no declaration, or is gone. */
    static Optional<Declaration> read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new Declaration(
                    properties.getProperty("environment", ""),
                    properties.getProperty("version", ""),
                    Integer.parseInt(properties.getProperty("port", "")),
                    properties.getProperty("deployment", "")));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

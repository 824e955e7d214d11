package tako.platform.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Where settings come from, weakest first.
 *
 * @param file names and texts from {@code tako.properties}
 * @param environment the process's environment; only variables that the table lists are looked at
 * @param commandLine names and texts given at the start
 */
public record SettingSources(
        Map<String, String> file, Map<String, String> environment, Map<String, String> commandLine) {
    /** The file's name in the home. */
    public static final String FILE = "tako.properties";

    public SettingSources {
        file = Map.copyOf(file);
        environment = Map.copyOf(environment);
        commandLine = Map.copyOf(commandLine);
    }

    /**
     * The sources of a home; a home without the file has no settings in it.
     *
     * @throws SettingsRefused when the file cannot be read
     */
    public static SettingSources of(Path home, Map<String, String> environment, Map<String, String> commandLine) {
        return new SettingSources(read(home.resolve(FILE)), environment, commandLine);
    }

    private static Map<String, String> read(Path path) {
        if (Files.notExists(path)) {
            return Map.of();
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (MalformedInputException notText) {
            throw new SettingsRefused(path + " is not UTF-8 text; save it as UTF-8 and start again.");
        } catch (IllegalArgumentException badEscape) {
            throw new SettingsRefused(path + " holds a backslash that starts no escape; write it as \\\\.");
        } catch (IOException unreadable) {
            throw new SettingsRefused(path + " cannot be read (" + unreadable + "); make it readable for this user.");
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }
}

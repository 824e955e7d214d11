package tako.app.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tako.structured.file.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Variables in a file: a JSON object of values by name, or a set of variables as the API shows it ({@code Variables}, each with {@code Name}
 * and {@code Value}; of several values of a name the last, whatever its scope). It is encoded as configuration files may be: its byte order
 * mark tells; without one it is UTF-8 or, if it is not, windows-1252.
 */
public final class VariablesFile {
    private static final JsonMapper JSON = new JsonMapper();

    private VariablesFile() {}

    /**
     * The values by name, in the order of the file.
     *
     * @throws IOException with a sentence for people when the file cannot be read or is of neither form
     */
    public static Map<String, String> read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IOException("There is no file of variables to be read at " + file + ".");
        }
        JsonNode json = parsed(file);
        if (!json.isObject()) {
            throw new IOException(file + " must hold a JSON object of values by name, as in {\"Name\": \"value\"}.");
        }
        return json.path("Variables").isArray() ? ofSet(json.path("Variables")) : ofObject(json);
    }

    private static JsonNode parsed(Path file) throws IOException {
        try {
            return JSON.readTree(TextFile.read(Files.readAllBytes(file)).text());
        } catch (JacksonException broken) {
            throw new IOException(
                    file + ", line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ": this is not JSON. " + broken.getOriginalMessage(),
                    broken);
        }
    }

    private static Map<String, String> ofObject(JsonNode json) {
        Map<String, String> values = new LinkedHashMap<>();
        json.properties().forEach(member -> values.put(member.getKey(), text(member.getValue())));
        return values;
    }

    private static Map<String, String> ofSet(JsonNode variables) {
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach(variable -> values.put(variable.path("Name").asString(""), text(variable.path("Value"))));
        return values;
    }

    /** Texts as they are, nothing for null, everything else as JSON writes it. */
    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString("");
    }
}

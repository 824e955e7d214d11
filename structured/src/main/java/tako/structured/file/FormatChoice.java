package tako.structured.file;

import java.util.List;
import java.util.Locale;

/** Which formats a file is tried as. JSON comes first under every name, as it was the first that there was. */
public enum FormatChoice {
    /** What the end of the file's name tells. */
    BY_NAME,
    /** Nothing but JSON, as old deployment processes have it ({@code Octopus.Action.StructuredConfigurationFallbackFlag}). */
    ONLY_JSON;

    /** The formats to try, in order, for a file of that name; a path will do. */
    public List<ConfigurationFormat> formats(String fileName) {
        return switch (this) {
            case BY_NAME -> byName(fileName.toLowerCase(Locale.ROOT));
            case ONLY_JSON -> List.of(ConfigurationFormat.JSON);
        };
    }

    private static List<ConfigurationFormat> byName(String name) {
        if (name.endsWith(".json")) {
            return List.of(ConfigurationFormat.JSON);
        }
        if (name.endsWith(".xml")) {
            return List.of(ConfigurationFormat.JSON, ConfigurationFormat.XML);
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return List.of(ConfigurationFormat.JSON, ConfigurationFormat.YAML);
        }
        if (name.endsWith(".properties")) {
            return List.of(ConfigurationFormat.JSON, ConfigurationFormat.PROPERTIES);
        }
        return List.of(ConfigurationFormat.values());
    }
}

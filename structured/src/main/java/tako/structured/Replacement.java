package tako.structured;

import java.util.Optional;

/**
 * A variable that may replace what stands in a configuration file.
 *
 * @param name which place it means, in the format's own way: a path, an XPath expression, a key
 * @param value its evaluated value; empty for a variable whose value is null
 */
public record Replacement(String name, Optional<String> value) {
    public static Replacement of(String name, String value) {
        return new Replacement(name, Optional.of(value));
    }
}

package tako.steps.kubernetes.manifest;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.StringNode;

/** Texts of YAML as JSON values. */
final class YamlScalar {
    private static final String CORE = "tag:yaml.org,2002:";

    private YamlScalar() {}

    /** What a scalar means: by its tag, by its quotes, or by what it looks like. */
    static JsonNode value(ScalarEvent scalar, Place place) {
        String text = scalar.getValue();
        Optional<String> tag = scalar.getTag();
        if (tag.isPresent()) {
            return tagged(tag.get(), text, place);
        }
        return scalar.isPlain() ? plain(text, place) : StringNode.valueOf(text);
    }

    /** A key: text, or what has the same spelling as text. */
    static String key(ScalarEvent scalar, Place place) {
        JsonNode value = value(scalar, place);
        String text = scalar.getValue();
        if (value.isNull() || !value.asString("").equals(text)) {
            throw new YamlRefused(
                    place,
                    "the key \"" + text + "\" would be read as " + value + ". Keys are texts: put it in quotes.");
        }
        return text;
    }

    /** Whether it is the key that merges. */
    static boolean isMergeKey(ScalarEvent scalar) {
        return scalar.isPlain() && scalar.getValue().equals("<<");
    }

    private static JsonNode plain(String text, Place place) {
        return PlainScalar.value(text)
                .orElseThrow(() -> new YamlRefused(
                        place,
                        "\"" + text + "\" is a number that JSON, and so Kubernetes, does not know. Put it in quotes."));
    }

    private static JsonNode tagged(String tag, String text, Place place) {
        return switch (tag) {
            case "!", CORE + "str" -> StringNode.valueOf(text);
            case CORE + "int", CORE + "float" -> typed(text, JsonNodeType.NUMBER, place);
            case CORE + "bool" -> typed(text, JsonNodeType.BOOLEAN, place);
            case CORE + "null" -> typed(text, JsonNodeType.NULL, place);
            default -> throw unknownTag(tag, place);
        };
    }

    private static JsonNode typed(String text, JsonNodeType type, Place place) {
        JsonNode value = plain(text, place);
        if (value.getNodeType() != type) {
            throw new YamlRefused(place, "the value does not fit its tag. Remove the tag, or correct the value.");
        }
        return value;
    }

    /** Refuses a tag of a mapping or list that says anything else. */
    static void checkCollectionTag(Optional<String> tag, String kind, Place place) {
        tag.filter(name -> !name.equals("!") && !name.equals(CORE + kind)).ifPresent(name -> {
            throw unknownTag(name, place);
        });
    }

    private static YamlRefused unknownTag(String tag, Place place) {
        String name = tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
        return new YamlRefused(place, "the tag " + name + " has no meaning in Kubernetes objects. Remove it.");
    }
}

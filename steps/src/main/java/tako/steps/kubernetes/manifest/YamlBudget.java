package tako.steps.kubernetes.manifest;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What may still be read of one text. */
final class YamlBudget {
    private final Bounds bounds;
    private int aliases;
    private int nodes;
    private long characters;

    YamlBudget(Bounds bounds) {
        this.bounds = bounds;
    }

    /** A document begins. */
    void document(Place place) {
        refuseIf(place.document() > bounds.documents(), place, "more than " + bounds.documents() + " documents");
    }

    /** A mapping or list begins within so many others. */
    void collection(int depth, Place place) {
        refuseIf(depth >= bounds.depth(), place, "mappings and lists more than " + bounds.depth() + " deep");
        node(place);
    }

    /** A text, number or key was read. */
    void text(String text, Place place) {
        characters += text.length();
        refuseIf(
                characters > bounds.characters(),
                place,
                "more than " + bounds.characters() + " characters, with its aliases replaced");
        node(place);
    }

    /** An alias is replaced by what it stands for. */
    void alias(JsonNode meaning, int depth, Place place) {
        aliases++;
        refuseIf(aliases > bounds.aliases(), place, "more than " + bounds.aliases() + " aliases");
        tree(meaning, depth, place);
    }

    private void tree(JsonNode node, int depth, Place place) {
        if (!node.isContainer()) {
            text(node.isString() ? node.asString() : "", place);
            return;
        }
        collection(depth, place);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            text(member.getKey(), place);
            tree(member.getValue(), depth + 1, place);
        }
        if (node.isArray()) {
            node.forEach(element -> tree(element, depth + 1, place));
        }
    }

    private void node(Place place) {
        nodes++;
        refuseIf(nodes > bounds.nodes(), place, "more than " + bounds.nodes() + " values, with its aliases replaced");
    }

    private static void refuseIf(boolean exceeded, Place place, String what) {
        if (exceeded) {
            throw new YamlRefused(place, "the text has " + what + ", which is the most that is taken. Split it.");
        }
    }
}

package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The item that most lists are made of: {@code {"key": …, "value": …, "option": …, "option2": …}}.
 *
 * @param where for people: {@code port "web" of container "web"}
 */
record KeyValue(Field key, Field value, Field option, Field option2, String where) {
    static KeyValue of(Item item) {
        return new KeyValue(
                item.field("key", "name"),
                item.field("value"),
                item.field("option"),
                item.field("option2"),
                item.where());
    }

    /** The pairs of a list of items, or of an object. */
    static List<KeyValue> listOf(Optional<JsonNode> json, String what, String title, Problems problems) {
        if (json.filter(ObjectNode.class::isInstance).isPresent()) {
            return json.get().properties().stream()
                    .map(member -> of(new Item(
                            pair(member.getKey(), member.getValue()), what + " \"" + member.getKey() + "\"", problems)))
                    .toList();
        }
        return Item.listOf(json, what, title, problems).stream()
                .map(KeyValue::of)
                .filter(KeyValue::isGiven)
                .toList();
    }

    private static ObjectNode pair(String key, JsonNode value) {
        ObjectNode pair = JsonNodeFactory.instance.objectNode().put("key", key);
        pair.set("value", value.isContainer() ? text(value).node() : value);
        return pair;
    }

    private static Text text(JsonNode value) {
        return new Text(JsonTexts.text(Leaf.inClear(value)), JsonTexts.text(Leaf.masked(value)));
    }

    /** The pairs as one object of texts, sorted by their keys. */
    static ObjectNode map(List<KeyValue> pairs, Format keys) {
        SortedMap<String, JsonNode> sorted = new TreeMap<>();
        for (KeyValue pair : pairs) {
            pair.key.given();
            pair.key.of(keys).ifPresent(key -> {
                if (sorted.put(key, pair.value.anyOrEmpty()) != null) {
                    pair.key.problems().add("The " + pair.where + " is given twice. Remove one of the two.");
                }
            });
        }
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        sorted.forEach(map::set);
        return map;
    }

    /** Whether it is more than an empty line of a form. */
    boolean isGiven() {
        return key.isGiven() || value.isGiven();
    }
}

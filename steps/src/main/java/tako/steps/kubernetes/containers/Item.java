package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object in the JSON of a property, after evaluation. Its members are found whatever the case of their letters.
 *
 * @param where for people: {@code container "web"}
 */
record Item(ObjectNode node, String where, Problems problems) {
    /** The objects of a list; what is no object in it is a problem. */
    static List<Item> listOf(Optional<JsonNode> list, String what, String title, Problems problems) {
        return elements(list, title, problems)
                .flatMap(element -> object(element, what, title, problems))
                .toList();
    }

    private static Stream<Item> object(JsonNode element, String what, String title, Problems problems) {
        if (element instanceof ObjectNode object) {
            return Stream.of(new Item(object, what + called(object), problems));
        }
        problems.add("The " + title + " holds something that is no object. Write it as {\"…\": …}.");
        return Stream.empty();
    }

    private static String called(ObjectNode object) {
        return Stream.of("Name", "name", "Key", "key", "host")
                .map(name -> Text.of(object.path(name)).shown())
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(name -> " \"" + name + "\"")
                .orElse("");
    }

    private static Stream<JsonNode> elements(Optional<JsonNode> list, String title, Problems problems) {
        if (list.isEmpty() || list.get().isNull() || list.get().isArray()) {
            return list.stream().flatMap(JsonNode::valueStream).filter(element -> !element.isNull());
        }
        if (list.get().isObject() ? !list.get().isEmpty() : !Text.of(list.get()).isBlank()) {
            problems.add("The " + title + " has to be a list. Write it as […].");
        }
        return Stream.empty();
    }

    /** A member; of several names the first that is given. */
    Field field(String... names) {
        return Stream.of(names)
                .map(this::only)
                .filter(field -> field.isGiven()
                        || field.value().filter(JsonNode::isContainer).isPresent())
                .findFirst()
                .orElseGet(() -> only(names[0]));
    }

    private Field only(String name) {
        return new Field(title(name), member(name), problems);
    }

    private String title(String name) {
        return "field \"" + name + "\" of " + where;
    }

    /** A member's value; empty for null. */
    Optional<JsonNode> member(String name) {
        return Optional.ofNullable(node.get(name))
                .or(() -> node.properties().stream()
                        .filter(member -> member.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .filter(value -> !value.isNull());
    }

    /** A member that is an object; an empty one if it is absent. */
    Item child(String name, String what) {
        ObjectNode child = member(name)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return new Item(child, what + " of " + where, problems);
    }

    /** Whether a member is an object with something in it. */
    boolean has(String name) {
        return member(name)
                .filter(value -> value.isObject() && !value.isEmpty())
                .isPresent();
    }

    /** A member that is a list of objects. */
    List<Item> items(String name, String what) {
        return listOf(member(name), what, title(name), problems).stream()
                .map(item -> new Item(item.node, item.where + " of " + where, problems))
                .toList();
    }

    /** A member that is a list of key-value items. */
    List<KeyValue> pairs(String name, String what) {
        return items(name, what).stream()
                .map(KeyValue::of)
                .filter(KeyValue::isGiven)
                .toList();
    }

    /** A member that is a list of texts. */
    List<JsonNode> texts(String name) {
        List<JsonNode> elements = elements(member(name), title(name), problems).toList();
        return IntStream.range(0, elements.size())
                .mapToObj(i -> Text.of(elements.get(i)).node())
                .toList();
    }
}

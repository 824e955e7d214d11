package tako.steps.kubernetes.manifest;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes lists of objects apart, as kubectl does: a List, but also a ConfigMapList and others. */
final class ObjectLists {
    private static final String LIST = "List";

    private ObjectLists() {}

    /**
     * What should be an object.
     *
     * @param place where it begins
     */
    record Item(JsonNode node, Place place) {}

    /** What a document holds, in its order. */
    static List<Item> items(YamlDocument document) {
        var items = new ArrayList<Item>();
        collect(document.root(), document, items);
        return items;
    }

    private static void collect(JsonNode node, YamlDocument document, List<Item> items) {
        if (!(node instanceof ObjectNode list) || !(list.get("items") instanceof ArrayNode elements) || !isList(list)) {
            items.add(new Item(node, document.placeOf(node)));
            return;
        }
        for (JsonNode element : elements) {
            collect(withTypeOf(list, element), document, items);
        }
    }

    private static boolean isList(ObjectNode node) {
        return node.path("kind").asString("").endsWith(LIST);
    }

    /** The elements of a ConfigMapList need not say that they are ConfigMaps. */
    private static JsonNode withTypeOf(ObjectNode list, JsonNode element) {
        String kind = list.path("kind").asString("");
        if (element instanceof ObjectNode object && !kind.equals(LIST) && !object.has("kind")) {
            object.put("kind", kind.substring(0, kind.length() - LIST.length()));
            object.putIfAbsent("apiVersion", list.path("apiVersion"));
        }
        return element;
    }
}

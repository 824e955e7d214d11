package tako.platform.http.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The named schemas of a document, each made at its first use. */
final class Components {
    static final String PREFIX = "#/components/schemas/";

    private final SortedMap<String, ObjectNode> schemas = new TreeMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    /** A reference to a type's schema, which is made unless it exists or is being made. */
    ObjectNode reference(WrittenType type, String suffix, Supplier<ObjectNode> schema) {
        String name = free(type) + suffix;
        if (!schemas.containsKey(name)) {
            schemas.put(name, JsonNodeFactory.instance.objectNode());
            schemas.put(name, schema.get());
        }
        return reference(name);
    }

    /** Adds a schema that no type has. */
    void add(String name, ObjectNode schema) {
        schemas.put(name, schema);
    }

    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", PREFIX + name);
    }

    ObjectNode all() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        schemas.forEach(all::set);
        return all;
    }

    /** A type's own name; the second of two alike carries its package's, and two of those are refused. */
    private String free(WrittenType type) {
        String plain = name(type);
        if (owns(plain, type.raw())) {
            return plain;
        }
        String packageName = type.raw().getPackageName();
        String longer = capitalised(packageName.substring(packageName.lastIndexOf('.') + 1)) + plain;
        if (owns(longer, type.raw())) {
            return longer;
        }
        throw new IllegalArgumentException("Several types would be called " + longer + " in OpenAPI. Rename "
                + type.raw().getName() + ".");
    }

    private boolean owns(String name, Class<?> type) {
        return owners.computeIfAbsent(name, key -> type) == type;
    }

    private static String name(WrittenType type) {
        String plain = ownName(type.raw());
        return type.arguments().isEmpty()
                ? plain
                : type.arguments().stream().map(Components::name).collect(Collectors.joining("And", plain + "Of", ""));
    }

    private static String ownName(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : ownName(outer) + type.getSimpleName();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

package tako.platform.http.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sealed type as one of its cases, told apart by a member. The choice is open: an object with another name in that member is
 * legal, so that a client does not refuse what a later server knows.
 */
record Choice(String member) {
    ObjectNode schema(Class<?> sealed, Schemas schemas) {
        ObjectNode schema = node();
        ArrayNode cases = schema.putArray("oneOf");
        ObjectNode discriminator = schema.putObject("discriminator").put("propertyName", member);
        ObjectNode mapping = discriminator.putObject("mapping");
        ArrayNode known = JsonNodeFactory.instance.arrayNode();
        named(sealed).forEach((name, type) -> {
            ObjectNode reference = schemas.of(type);
            mapping.put(name, reference.path("$ref").asString());
            known.add(name);
            ObjectNode one = cases.addObject();
            one.putArray("allOf").add(reference).add(told(node().put("const", name)));
        });
        ObjectNode other = node();
        other.putObject("not").set("enum", known);
        cases.add(told(other));
        return schema;
    }

    private ObjectNode told(ObjectNode by) {
        ObjectNode schema = node().put("type", "object");
        schema.putArray("required").add(member);
        schema.putObject("properties").set(member, by);
        return schema;
    }

    private static Map<String, Class<?>> named(Class<?> sealed) {
        var named = new LinkedHashMap<String, Class<?>>();
        cases(sealed).forEach(type -> named.put(name(sealed, type), type));
        return named;
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Choice::cases) : Stream.of(type);
    }

    private static String name(Class<?> sealed, Class<?> type) {
        JsonSubTypes listed = sealed.getAnnotation(JsonSubTypes.class);
        JsonTypeName own = type.getAnnotation(JsonTypeName.class);
        String fallback = own == null ? type.getSimpleName() : own.value();
        return listed == null
                ? fallback
                : Arrays.stream(listed.value())
                        .filter(entry -> entry.value() == type && !entry.name().isEmpty())
                        .map(JsonSubTypes.Type::name)
                        .findFirst()
                        .orElse(fallback);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}

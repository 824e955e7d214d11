package tako.platform.http.openapi;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas (2020-12) of Java types as the mapper writes them, for one direction. Types with members become components
 * and are referred to, so that types may contain themselves. Every schema is open: members that it does not name are legal.
 */
final class Schemas {
    private final Components components;
    private final Members members;

    Schemas(JsonMapper mapper, Components components, Direction direction, Class<?> document) {
        this.components = components;
        this.members = new Members(mapper, this, direction, document);
    }

    /** Whether a schema tells what is read or what is written; what is read need not be complete. */
    enum Direction {
        ANSWER(""),
        REQUEST("Input");

        private final String suffix;

        Direction(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    /** The schema of a type; empty for anything. */
    ObjectNode of(Type type) {
        return of(WrittenType.of(type));
    }

    ObjectNode of(WrittenType type) {
        ObjectNode schema = neverNull(type);
        return type.nullable() ? orNull(schema) : schema;
    }

    private ObjectNode neverNull(WrittenType type) {
        Class<?> raw = type.raw();
        Optional<ObjectNode> wire = WireTypes.schema(raw);
        if (wire.isPresent()) {
            return wire.get();
        }
        if (raw == Object.class
                || JsonNode.class.isAssignableFrom(raw)
                || raw.isAnnotationPresent(JsonSerialize.class)) {
            return node();
        }
        if (Optional.class == raw) {
            return of(type.argument(0).orNull());
        }
        if (Map.class.isAssignableFrom(raw)) {
            return node().put("type", "object").set("additionalProperties", of(type.argument(1)));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return node().put("type", "array").set("items", of(type.argument(0)));
        }
        return members.soleValue(type).map(this::of).orElseGet(() -> reference(type));
    }

    private ObjectNode reference(WrittenType type) {
        return components.reference(type, members.suffix(type), () -> members.schema(type));
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.isEmpty() || schema.path("type").isArray() || schema.has("anyOf")) {
            return schema;
        }
        if (schema.path("type").isString()) {
            String type = schema.get("type").asString();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode either = node();
        either.putArray("anyOf").add(schema).add(node().put("type", "null"));
        return either;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}

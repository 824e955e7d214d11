package tako.platform.http.openapi;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of types that have members, or are a choice: what the mapper itself finds in them. */
final class Members {
    private final JsonMapper mapper;
    private final Schemas schemas;
    private final Schemas.Direction direction;
    private final Class<?> document;

    Members(JsonMapper mapper, Schemas schemas, Schemas.Direction direction, Class<?> document) {
        this.mapper = mapper;
        this.schemas = schemas;
        this.direction = direction;
        this.document = document;
    }

    /** What distinguishes the name of a type's schema; an enumeration has one for both directions. */
    String suffix(WrittenType type) {
        return type.raw().isEnum() ? "" : direction.suffix();
    }

    /** The type of the one value that stands for the whole ({@code @JsonValue}). */
    Optional<WrittenType> soleValue(WrittenType type) {
        return type.raw().isEnum()
                ? Optional.empty()
                : Optional.ofNullable(described(type).findJsonValueAccessor()).map(member -> typeOf(member, type));
    }

    ObjectNode schema(WrittenType type) {
        if (type.raw().isEnum()) {
            return names(type.raw());
        }
        return type.raw().isSealed() ? choice(type) : object(type);
    }

    private ObjectNode names(Class<?> type) {
        ObjectNode schema = node().put("type", "string");
        ArrayNode names = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .map(constant -> mapper.valueToTree(constant).asString())
                .distinct()
                .forEach(names::add);
        return schema;
    }

    private ObjectNode choice(WrittenType type) {
        JsonTypeInfo told = type.raw().getAnnotation(JsonTypeInfo.class);
        return told == null ? node().put("type", "object") : new Choice(told.property()).schema(type.raw(), schemas);
    }

    private ObjectNode object(WrittenType type) {
        BeanDescription described = described(type);
        ObjectNode schema = node().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (BeanPropertyDefinition property : described.findProperties()) {
            if (isMember(property, described)) {
                properties.set(property.getName(), schemas.of(typeOf(property.getAccessor(), type)));
                if (isAlwaysWritten(property)) {
                    required.add(property.getName());
                }
            }
        }
        boolean answer = direction == Schemas.Direction.ANSWER;
        if (answer && document.isAssignableFrom(type.raw())) {
            addManaged(properties, required);
        }
        if (answer && !required.isEmpty()) {
            schema.set("required", required);
        }
        if (described.findAnyGetter() != null) {
            schema.put("additionalProperties", true);
        }
        return schema;
    }

    private static boolean isMember(BeanPropertyDefinition property, BeanDescription described) {
        AnnotatedMember others = described.findAnyGetter();
        return property.getAccessor() != null
                && (others == null || !others.getName().equals(property.getInternalName()));
    }

    private void addManaged(ObjectNode properties, ArrayNode required) {
        properties.set("LastModifiedOn", schemas.of(Instant.class));
        properties.set("LastModifiedBy", schemas.of(String.class));
        properties.putObject("Links").put("type", "object").set("additionalProperties", schemas.of(String.class));
        required.add("Links");
    }

    private static boolean isAlwaysWritten(BeanPropertyDefinition property) {
        return switch (property.findInclusion().getValueInclusion()) {
            case ALWAYS, USE_DEFAULTS -> true;
            case NON_NULL, NON_ABSENT, NON_EMPTY, NON_DEFAULT, CUSTOM -> false;
        };
    }

    private static WrittenType typeOf(AnnotatedMember member, WrittenType owner) {
        AnnotatedType type = switch (member.getMember()) {
            case Method method -> method.getAnnotatedReturnType();
            case Field field -> field.getAnnotatedType();
            default -> throw new IllegalStateException("Nothing else is read from: " + member);
        };
        return owner.member(type);
    }

    private BeanDescription described(WrittenType type) {
        SerializationConfig config = mapper.serializationConfig();
        ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
        JavaType javaType = config.constructType(type.raw());
        return introspector.introspectForSerialization(javaType, introspector.introspectClassAnnotations(javaType));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}

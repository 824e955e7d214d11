package tako.platform.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The configured mapper. Names are PascalCase going out and match in any letter case coming in; unknown members are
 * ignored, or kept by a record with an {@code @JsonAnySetter @JsonAnyGetter} map; null, absent and "" mean the same for
 * enums, dates, spans of time and optionals; collections are never null; booleans and numbers may come as text.
 */
public final class Json {
    private static final List<Class<?>> NEVER_NULL = List.of(Collection.class, List.class, Set.class, Map.class);
    private static final List<LogicalType> EMPTY_TEXT_IS_ABSENT = List.of(
            LogicalType.Enum,
            LogicalType.Integer,
            LogicalType.Float,
            LogicalType.Boolean,
            LogicalType.DateTime,
            LogicalType.POJO,
            LogicalType.Collection,
            LogicalType.Map);

    private Json() {}

    /**
     * The mapper of a server.
     *
     * @param serverZone the zone of instants that come without an offset
     */
    public static JsonMapper mapper(ZoneId serverZone) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .enumNamingStrategy(new WireEnumNames())
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .addModule(wireTypes(serverZone));
        NEVER_NULL.forEach(type -> builder.withConfigOverride(
                type, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))));
        EMPTY_TEXT_IS_ABSENT.forEach(type -> builder.withCoercionConfig(
                type, coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull)));
        return builder.build();
    }

    private static JacksonModule wireTypes(ZoneId serverZone) {
        return new SimpleModule("tako")
                .setDeserializers(new OptionalMembers())
                .addSerializer(Instant.class, new WireInstants.Writer())
                .addDeserializer(Instant.class, new WireInstants.Reader(serverZone))
                .addSerializer(Duration.class, new WireSpans.Writer())
                .addDeserializer(Duration.class, new WireSpans.Reader())
                .addDeserializer(boolean.class, new WireBooleans(false))
                .addDeserializer(Boolean.class, new WireBooleans(null));
    }
}

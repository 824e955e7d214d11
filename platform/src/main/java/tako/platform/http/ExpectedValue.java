package tako.platform.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What a member takes, and what was sent instead, in words. */
final class ExpectedValue {
    private final JsonMapper mapper;

    ExpectedValue(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String of(MismatchedInputException failure) {
        return Optional.<Class<?>>ofNullable(failure.getTargetType())
                .map(this::ofType)
                .orElse("another value");
    }

    private String ofType(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + names(type);
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Instant.class) {
            return "a date and time such as 2026-01-31T09:30:00.000+00:00";
        }
        if (type == Duration.class) {
            return "a span of time such as 01:00:00";
        }
        return isNumber(type) ? number(type) : structure(type);
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != char.class);
    }

    private static String number(Class<?> type) {
        boolean fraction = type == double.class || type == Double.class || type == float.class || type == Float.class;
        return fraction ? "a number" : "a whole number";
    }

    private static String structure(Class<?> type) {
        boolean list = Collection.class.isAssignableFrom(type) || type.isArray() || type == ArrayNode.class;
        return list ? "a list" : "an object";
    }

    private String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> mapper.convertValue(constant, String.class))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    String sent(MismatchedInputException failure) {
        if (failure instanceof InvalidFormatException format && format.getValue() != null) {
            return "'" + Shown.text(String.valueOf(format.getValue())) + "' was sent";
        }
        return ofToken(failure.getCurrentToken()) + " was sent";
    }

    private static String ofToken(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "something else";
            case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "something else";
        };
    }
}

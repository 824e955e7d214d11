package tako.platform.http.openapi;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A type as it stands in the source, its variables replaced by what they stand for. An array is a list of its elements, but
 * for {@code byte[]}.
 *
 * @param nullable whether it is annotated so
 */
record WrittenType(Class<?> raw, List<WrittenType> arguments, boolean nullable) {
    private static final WrittenType ANYTHING = new WrittenType(Object.class, List.of(), false);

    static WrittenType of(Type type) {
        return switch (type) {
            case Class<?> array when isList(array) -> list(of(array.getComponentType()));
            case Class<?> plain -> new WrittenType(plain, List.of(), false);
            case ParameterizedType generic ->
                new WrittenType(
                        (Class<?>) generic.getRawType(),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(WrittenType::of)
                                .toList(),
                        false);
            case GenericArrayType array -> list(of(array.getGenericComponentType()));
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0]);
            default -> ANYTHING;
        };
    }

    /** A type as the source of this class writes it: the type of one of its members. */
    WrittenType member(AnnotatedType type) {
        return of(type, variables());
    }

    private Map<String, WrittenType> variables() {
        TypeVariable<?>[] names = raw.getTypeParameters();
        return IntStream.range(0, Math.min(names.length, arguments.size()))
                .boxed()
                .collect(Collectors.toMap(index -> names[index].getName(), arguments::get));
    }

    private static WrittenType of(AnnotatedType type, Map<String, WrittenType> variables) {
        WrittenType bare = switch (type) {
            case AnnotatedParameterizedType generic ->
                new WrittenType(
                        (Class<?>) ((ParameterizedType) generic.getType()).getRawType(),
                        Arrays.stream(generic.getAnnotatedActualTypeArguments())
                                .map(argument -> of(argument, variables))
                                .toList(),
                        false);
            case AnnotatedTypeVariable variable ->
                variables.getOrDefault(variable.getType().getTypeName(), ANYTHING);
            case AnnotatedWildcardType wildcard -> of(wildcard.getAnnotatedUpperBounds()[0], variables);
            case AnnotatedArrayType array
            when array.getType() != byte[].class -> list(of(array.getAnnotatedGenericComponentType(), variables));
            default -> of(type.getType());
        };
        return type.isAnnotationPresent(Nullable.class) ? bare.orNull() : bare;
    }

    /** The argument at a place; anything when the type is written without. */
    WrittenType argument(int index) {
        return index < arguments.size() ? arguments.get(index) : ANYTHING;
    }

    WrittenType orNull() {
        return new WrittenType(raw, arguments, true);
    }

    WrittenType neverNull() {
        return new WrittenType(raw, arguments, false);
    }

    private static boolean isList(Class<?> type) {
        return type.isArray() && type != byte[].class;
    }

    private static WrittenType list(WrittenType element) {
        return new WrittenType(List.class, List.of(element), false);
    }
}

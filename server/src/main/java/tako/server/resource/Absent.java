package tako.server.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What absent members of a body mean: the empty text, list or map. For the compact constructors of documents. */
public final class Absent {
    private Absent() {}

    /** The text, "" for none. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The text, or what an absent or empty one means. */
    public static String or(@Nullable String text, String absent) {
        return text == null || text.isBlank() ? absent : text;
    }

    /** The value, or what an absent one means. */
    public static <T> T or(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }

    /** The list, copied; empty for none. Elements that are null are dropped. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** The map, copied in its order with its null values; empty for none. */
    public static <V extends @Nullable Object> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}

package tako.server.infrastructure.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The order of things after a person moved some: those named first, in the order given, then the others as they were. */
final class SortOrder {
    private SortOrder() {}

    static List<String> of(List<String> current, List<String> wanted) {
        var order = new LinkedHashMap<String, String>();
        wanted.forEach(id -> order.putIfAbsent(id.toLowerCase(Locale.ROOT), id));
        current.forEach(id -> order.putIfAbsent(id.toLowerCase(Locale.ROOT), id));
        return new ArrayList<>(order.values());
    }
}

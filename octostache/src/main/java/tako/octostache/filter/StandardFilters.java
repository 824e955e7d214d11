package tako.octostache.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The filters that every template has. */
public final class StandardFilters {
    private StandardFilters() {}

    /** The filters by their names in lower case. */
    public static Map<String, Filter> all() {
        var all = new HashMap<String, Filter>();
        List.of(TextFilters.all(), EscapeFilters.all()).forEach(all::putAll);
        return Map.copyOf(all);
    }
}

package tako.octostache;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.octostache.filter.Filter;
import tako.octostache.filter.StandardFilters;

/** The filters by name. */
record Filters(Map<String, Filter> byName) {
    static final Filters STANDARD = new Filters(StandardFilters.all(Clock.system(ZoneId.systemDefault())));

    private static final Set<String> DEPENDING_ON_TIME =
            Set.of("nowdate", "nowdateutc", "format", "addhours", "adddays");

    /** Whether the filter of the name may give something else when it is applied again. */
    static boolean dependsOnTime(String name) {
        return DEPENDING_ON_TIME.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What the filter makes of its argument; empty if there is none of the name, or it can make nothing of what it was given. */
    Optional<String> apply(String name, Optional<String> argument, List<String> options) {
        Filter filter = byName.get(name.toLowerCase(Locale.ROOT));
        return filter == null ? Optional.empty() : filter.apply(argument, options);
    }
}

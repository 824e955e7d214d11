package tako.octostache.filter;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The filters that every template has. */
public final class StandardFilters {
    private StandardFilters() {}

    /**
     * The filters by their names in lower case.
     *
     * @param clock tells the time for {@code NowDate}, and the zone in which dates without one are understood
     */
    public static Map<String, Filter> all(Clock clock) {
        var all = new HashMap<String, Filter>();
        List.of(
                        TextFilters.all(),
                        EscapeFilters.all(),
                        Base64Filters.all(),
                        HashFilters.all(),
                        IndentFilter.all(),
                        RegexFilters.all(),
                        UriPartFilter.all(),
                        VersionFilters.all(),
                        FormatFilter.all(clock),
                        DateFilters.all(clock),
                        MarkdownFilters.all())
                .forEach(all::putAll);
        return Map.copyOf(all);
    }
}

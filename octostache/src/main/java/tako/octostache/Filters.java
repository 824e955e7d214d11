package tako.octostache;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tako.octostache.filter.Deadline;
import tako.octostache.filter.Filter;
import tako.octostache.filter.FilterRefused;
import tako.octostache.filter.StandardFilters;
import tako.octostache.filter.TimedFilter;

/**
 * The filters that a template can use, by name; immutable.
 *
 * <pre>{@code
 * Filters filters = Filters.STANDARD.with("Reverse", Filter.plain(text -> new StringBuilder(text).reverse().toString()));
 * Template.parse("#{Name | Reverse}").evaluate(variables, Limits.STANDARD, filters);
 * }</pre>
 */
public final class Filters {
    /** The language's own filters, with the machine's clock and zone. */
    public static final Filters STANDARD = standard(Clock.system(ZoneId.systemDefault()));

    private static final Set<String> DEPENDING_ON_TIME =
            Set.of("nowdate", "nowdateutc", "format", "addhours", "adddays");

    private final Map<String, Filter> standard;
    private final Map<String, Filter> own;

    private Filters(Map<String, Filter> standard, Map<String, Filter> own) {
        this.standard = standard;
        this.own = Map.copyOf(own);
    }

    /** The language's own filters with a clock, which tells the time and the zone in which dates without one are understood. */
    public static Filters standard(Clock clock) {
        return new Filters(StandardFilters.all(clock), Map.of());
    }

    /**
     * These filters and one more. It is asked only where the language's own filter of that name, if there is one, can make nothing of what it
     * is given. It must be thread-safe, and end in sensible time. An exception out of it makes the template {@link Failure.Unusable}.
     *
     * @param name compared ignoring case
     */
    public Filters with(String name, Filter filter) {
        var more = new HashMap<>(own);
        more.put(key(name), filter);
        return new Filters(standard, more);
    }

    /** Whether the filter of the name may give something else when it is applied again: it knows the time, or is somebody's own. */
    boolean mayChange(String name) {
        return DEPENDING_ON_TIME.contains(key(name)) || own.containsKey(key(name));
    }

    /** What the filter makes of its argument; empty if there is none of the name, or it can make nothing of what it was given. */
    Optional<String> apply(String name, Optional<String> argument, List<String> options, Deadline deadline) {
        String key = key(name);
        Optional<String> result = applied(standard.get(key), argument, options, deadline);
        Filter more = result.isPresent() ? null : own.get(key);
        return more == null ? result : applied(more, name, argument, options);
    }

    private static Optional<String> applied(
            @Nullable Filter filter, Optional<String> argument, List<String> options, Deadline deadline) {
        return switch (filter) {
            case null -> Optional.empty();
            case TimedFilter timed -> timed.apply(argument, options, deadline);
            case Filter plain -> plain.apply(argument, options);
        };
    }

    /** A filter that is not the language's own: nobody knows what it throws. */
    private static Optional<String> applied(Filter own, String name, Optional<String> argument, List<String> options) {
        try {
            return own.apply(argument, options);
        } catch (FilterRefused refused) {
            throw refused;
        } catch (RuntimeException thrown) {
            throw new FilterRefused("The filter \"" + name + "\" failed with " + thrown
                    + ". Give it something else, or have it mended.");
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

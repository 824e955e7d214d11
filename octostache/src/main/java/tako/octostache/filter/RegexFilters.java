package tako.octostache.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters that look for regular expressions. */
final class RegexFilters {
    private RegexFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "match", timed(RegexFilters::match),
                "replace", timed(RegexFilters::replace));
    }

    @FunctionalInterface
    private interface Search {
        Optional<String> in(String text, List<String> options, Deadline deadline);
    }

    private static TimedFilter timed(Search search) {
        return (argument, options, deadline) -> argument.flatMap(text -> search.in(text, options, deadline));
    }

    private static Optional<String> match(String text, List<String> options, Deadline deadline) {
        return options.size() == 1
                ? Optional.of(
                        Boolean.toString(DotNetRegex.compile(options.getFirst()).isFoundIn(text, deadline)))
                : Optional.empty();
    }

    private static Optional<String> replace(String text, List<String> options, Deadline deadline) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        DotNetRegex regex = DotNetRegex.compile(options.getFirst());
        String replacement = options.size() > 1 ? options.get(1) : "";
        return Optional.of(regex.replaceAll(text, new RegexReplacement(replacement, regex.groups()), deadline));
    }
}

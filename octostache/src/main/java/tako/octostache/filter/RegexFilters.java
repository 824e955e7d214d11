package tako.octostache.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters that look for regular expressions. */
final class RegexFilters {
    private RegexFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "match", Filter.withOptions(RegexFilters::match),
                "replace", Filter.withOptions(RegexFilters::replace));
    }

    private static Optional<String> match(String text, List<String> options) {
        return options.size() == 1
                ? Optional.of(Boolean.toString(DotNetRegex.compile(options.getFirst()).isFoundIn(text)))
                : Optional.empty();
    }

    private static Optional<String> replace(String text, List<String> options) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        DotNetRegex regex = DotNetRegex.compile(options.getFirst());
        String replacement = options.size() > 1 ? options.get(1) : "";
        return Optional.of(regex.replaceAll(text, new RegexReplacement(replacement, regex.groups())));
    }
}

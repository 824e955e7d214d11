package tako.octostache.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;

/** Filters that cut, join and look into texts. */
final class TextFilters {
    private static final String DEFAULT_ELLIPSIS = "...";

    private TextFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "toupper", Filter.plain(text -> mapped(text, Character::toUpperCase)),
                "tolower", Filter.plain(text -> mapped(text, Character::toLowerCase)),
                "trim", Filter.withOptions(TextFilters::trim),
                "truncate", Filter.withOptions(TextFilters::truncate),
                "substring", Filter.withOptions(TextFilters::substring),
                "append", (argument, options) -> joined(options, argument.orElse("") + String.join("", options)),
                "prepend", (argument, options) -> joined(options, String.join("", options) + argument.orElse("")),
                "startswith", test(String::startsWith),
                "endswith", test(String::endsWith),
                "contains", test(String::contains));
    }

    /** Letter by letter: a sharp s stays one, though written in capitals it would be two letters. */
    private static String mapped(String text, IntUnaryOperator mapping) {
        return text.codePoints()
                .map(mapping)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One of the two that make something of a missing argument: it counts as empty. */
    private static Optional<String> joined(List<String> options, String result) {
        return options.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    private static Filter test(BiPredicate<String, String> test) {
        return Filter.withOptions((text, options) -> options.size() == 1
                ? Optional.of(Boolean.toString(test.test(text, options.getFirst())))
                : Optional.empty());
    }

    private static Optional<String> trim(String text, List<String> options) {
        if (options.isEmpty()) {
            return Optional.of(Whitespace.trim(text));
        }
        return switch (options.getFirst().toLowerCase(Locale.ROOT)) {
            case "start" -> Optional.of(Whitespace.trimStart(text));
            case "end" -> Optional.of(Whitespace.trimEnd(text));
            default -> Optional.empty();
        };
    }

    private static Optional<String> truncate(String text, List<String> options) {
        String ellipsis = options.size() > 1 ? options.get(1) : DEFAULT_ELLIPSIS;
        return options.stream()
                .findFirst()
                .flatMap(WholeNumber::parse)
                .filter(length -> length >= 0)
                .map(length -> length < text.length() ? text.substring(0, length) + ellipsis : text);
    }

    /** By length, or by start and length; a length beyond the end is cut, a start beyond it refused. */
    private static Optional<String> substring(String text, List<String> options) {
        List<Integer> numbers = options.stream()
                .flatMap(option -> WholeNumber.parse(option).stream())
                .toList();
        boolean usable = !options.isEmpty() && options.size() <= 2 && numbers.size() == options.size();
        if (!usable || numbers.stream().anyMatch(number -> number < 0)) {
            return Optional.empty();
        }
        int start = numbers.size() == 2 ? numbers.getFirst() : 0;
        if (start > text.length()) {
            return Optional.empty();
        }
        int length = Math.min(numbers.getLast(), text.length() - start);
        return Optional.of(text.substring(start, start + length));
    }
}

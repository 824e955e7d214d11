package tako.e2e.transcript;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What recorded ids, names and instants are called on the server at hand. Looked up at each use, because a scene moves on. */
final class Names {
    private final Map<String, Supplier<String>> actual = new LinkedHashMap<>();

    /** A recorded word, and how to find what it means here. */
    Names with(String recorded, Supplier<String> here) {
        actual.put(recorded, here);
        return this;
    }

    /** A text with every recorded word replaced; the longest wins, and only whole words count. */
    String in(String text) {
        if (actual.isEmpty()) {
            return text;
        }
        var words = actual.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![A-Za-z0-9-])(?:" + words + ")(?![A-Za-z0-9])")
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(here(match.group())));
    }

    private String here(String recorded) {
        return actual.getOrDefault(recorded, () -> recorded).get();
    }
}

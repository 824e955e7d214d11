package tako.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of an address: pairs in the order sent, names compared ignoring case. */
record QueryString(List<Pair> pairs) {
    /** A parameter: decoded, and as the client wrote it. */
    record Pair(String name, String value, String raw) {}

    /**
     * Reads a raw query.
     *
     * @throws Problem 400 when its percent-encoding is broken
     */
    static QueryString parse(String raw) {
        return new QueryString(Arrays.stream(raw.split("&"))
                .filter(part -> !part.isEmpty())
                .map(QueryString::pair)
                .toList());
    }

    /** The first value that is not empty. */
    Optional<String> first(String name) {
        return values(name).filter(value -> !value.isEmpty()).findFirst();
    }

    /** All values of a list: repeated and comma-joined forms together, empty ones dropped. */
    List<String> list(String name) {
        return values(name)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The parameters as the client wrote them, joined by {@code &}, without some. */
    String without(Set<String> lowerCaseNames) {
        return pairs.stream()
                .filter(pair -> !lowerCaseNames.contains(pair.name().toLowerCase(Locale.ROOT)))
                .map(Pair::raw)
                .collect(Collectors.joining("&"));
    }

    private Stream<String> values(String name) {
        return pairs.stream().filter(pair -> pair.name().equalsIgnoreCase(name)).map(Pair::value);
    }

    private static Pair pair(String raw) {
        int equals = raw.indexOf('=');
        return equals < 0
                ? new Pair(decoded(raw), "", raw)
                : new Pair(decoded(raw.substring(0, equals)), decoded(raw.substring(equals + 1)), raw);
    }

    private static String decoded(String text) {
        return Percent.decode(text.replace('+', ' '))
                .orElseThrow(() -> Problem.of(
                        400, "The query of the address was not understood: its percent-encoding is broken."));
    }
}

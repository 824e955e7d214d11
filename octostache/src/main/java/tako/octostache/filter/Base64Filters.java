package tako.octostache.filter;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Texts to Base64 and back. */
final class Base64Filters {
    private static final Pattern IGNORED = Pattern.compile("[ \t\r\n]+");
    private static final int GROUP = 4;

    private Base64Filters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "tobase64", Filter.withOptions(Base64Filters::encoded),
                "frombase64", Filter.withOptions(Base64Filters::decoded));
    }

    private static Optional<String> encoded(String text, List<String> options) {
        return inEncoding(options, TextEncoding::encode, text)
                .map(bytes -> Base64.getEncoder().encodeToString(bytes));
    }

    private static Optional<String> decoded(String text, List<String> options) {
        byte[] bytes = decode(text)
                .orElseThrow(() -> new FilterRefused(
                        "FromBase64 was given a text that is not Base64. Check the variable, or take the filter away."));
        return inEncoding(options, TextEncoding::decode, bytes);
    }

    private static <T, R> Optional<R> inEncoding(
            List<String> options, BiFunction<TextEncoding, T, R> conversion, T subject) {
        if (options.size() > 1) {
            return Optional.empty();
        }
        Optional<TextEncoding> encoding =
                options.isEmpty() ? Optional.of(TextEncoding.UTF_8) : TextEncoding.named(options.getFirst());
        return encoding.map(known -> conversion.apply(known, subject));
    }

    /** The bytes; empty if the text is no Base64. Blanks in it do not count, but its padding must be there. */
    static Optional<byte[]> decode(String text) {
        String digits = IGNORED.matcher(text).replaceAll("");
        if (digits.length() % GROUP != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}

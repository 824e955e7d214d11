package tako.structured.yaml;

import java.util.Optional;

/** The escapes {@code \L} and {@code \P} of line and paragraph separators, which YAML has and the parser has not. */
final class SeparatorEscapes {
    private SeparatorEscapes() {}

    /**
     * A text in which such escapes are written by number, from a place where the parser found one up to the end of its quotes.
     *
     * @param letter the offset of the letter that the parser refused
     * @return nothing if no such escape is there
     */
    static Optional<String> byNumber(String text, int letter) {
        if (letter < 1
                || letter >= text.length()
                || text.charAt(letter - 1) != '\\'
                || number(text.charAt(letter)).isEmpty()) {
            return Optional.empty();
        }
        var written = new StringBuilder(text.substring(0, letter - 1));
        int i = letter - 1;
        while (i < text.length() && text.charAt(i) != '"') {
            int end = Math.min(text.length(), text.charAt(i) == '\\' ? i + 2 : i + 1);
            String part = text.substring(i, end);
            written.append(part.length() == 2 ? number(part.charAt(1)).orElse(part) : part);
            i = end;
        }
        return Optional.of(written.append(text, i, text.length()).toString());
    }

    private static Optional<String> number(char letter) {
        return switch (letter) {
            case 'L' -> Optional.of("\\u2028");
            case 'P' -> Optional.of("\\u2029");
            default -> Optional.empty();
        };
    }
}

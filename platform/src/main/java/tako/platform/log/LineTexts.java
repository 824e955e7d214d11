package tako.platform.log;

import java.util.List;

/** Texts as lines can hold them. */
final class LineTexts {
    private LineTexts() {}

    /** The lines of a text, at least one; NUL, which PostgreSQL cannot keep, becomes U+FFFD. */
    static List<String> of(String text) {
        String clean = clean(text);
        return clean.isEmpty() ? List.of("") : clean.lines().toList();
    }

    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}

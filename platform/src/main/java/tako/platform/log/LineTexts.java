package tako.platform.log;

import java.util.List;

/** Texts as lines can hold them. */
final class LineTexts {
    private LineTexts() {}

    /** The lines of a text, at least one; NUL, which PostgreSQL cannot keep, becomes U+FFFD. */
    static List<String> of(String text) {
        String clean = clean(text);
        return isOneLine(clean) ? List.of(clean) : clean.lines().toList();
    }

    private static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}

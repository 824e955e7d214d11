package tako.octostache.filter;

/** Blanks as .NET has them, in UTF-16 units. */
public final class Whitespace {
    private static final char NEXT_LINE = '\u0085';

    private Whitespace() {}

    /** Whether the unit is blank: Unicode's separators, the control characters from tab to carriage return, and the next-line character. */
    public static boolean is(char c) {
        return (c >= '\t' && c <= '\r') || c == NEXT_LINE || Character.isSpaceChar(c);
    }

    /** The text without blanks at either end. */
    public static String trim(String text) {
        return trimStart(trimEnd(text));
    }

    static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && is(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}

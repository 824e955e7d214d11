package tako.structured.xml;

/** Of which characters the words of an XPath expression are made. */
final class PathCharacters {
    private static final char MIDDLE_DOT = '\u00B7';

    private PathCharacters() {}

    /** Where the name that begins at {@code from} ends. */
    static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the whitespace that may stand at {@code from} ends. */
    static int skipBlanks(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        int type = Character.getType(c);
        return isNameStart(c)
                || Character.isDigit(c)
                || c == '-'
                || c == '.'
                || c == MIDDLE_DOT
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}

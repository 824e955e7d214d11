package tako.structured;

/**
 * A place in a text, as people count.
 *
 * @param line from 1; a line feed, a carriage return or both together end a line
 * @param column from 1, in UTF-16 units
 */
public record Place(int line, int column) {

    /**
     * The place of an offset.
     *
     * @param offset units before it; beyond the text it means the text's end
     */
    public static Place of(String text, int offset) {
        int end = Math.min(offset, text.length());
        int line = 1;
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (endsLine(text, i)) {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, end - start + 1);
    }

    private static boolean endsLine(String text, int at) {
        boolean pair = text.startsWith("\r\n", at);
        return text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !pair);
    }
}

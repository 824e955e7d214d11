package tako.structured.file;

import java.util.regex.Pattern;

/** How the lines of a file end. */
enum LineEnds {
    LF("\n"),
    CRLF("\r\n");

    private static final Pattern END = Pattern.compile("\r?\n");

    private final String text;

    LineEnds(String text) {
        this.text = text;
    }

    /** The kind that ends more lines; of equally many that which comes first; without any line end those of Windows. */
    static LineEnds of(String text) {
        long all = text.chars().filter(c -> c == '\n').count();
        long pairs = END.matcher(text)
                .results()
                .filter(end -> end.group().length() == 2)
                .count();
        long single = all - pairs;
        if (single == pairs) {
            return all == 0 || startsWithPair(text) ? CRLF : LF;
        }
        return pairs > single ? CRLF : LF;
    }

    private static boolean startsWithPair(String text) {
        return text.startsWith("\r\n", text.indexOf('\n') - 1);
    }

    /** The text with all its lines ended so. */
    String end(String other) {
        return END.matcher(other).replaceAll(text);
    }
}

package tako.structured.yaml;

import java.util.Arrays;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where the lines of a text are. The parser counts code points from 0, people's editors UTF-16 units from 1. */
final class SourceLines {
    private final String text;
    private final int[] starts;

    SourceLines(String text) {
        this.text = text;
        this.starts = starts(text);
    }

    private static int[] starts(String text) {
        var starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    private static boolean endsLine(String text, int i) {
        char unit = text.charAt(i);
        return unit == '\n' || (unit == '\r' && !text.startsWith("\n", i + 1));
    }

    /** A refusal at a place of the parser's. */
    YamlRefused refused(String reason, Mark mark) {
        int start = starts[Math.min(mark.getLine(), starts.length - 1)];
        return refusedAt(reason, forward(start, mark.getColumn()));
    }

    /** A refusal at the n-th code point. */
    YamlRefused refusedAtCodePoint(String reason, int codePoints) {
        return refusedAt(reason, forward(0, codePoints));
    }

    private YamlRefused refusedAt(String reason, int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new YamlRefused(reason, line + 1, offset - starts[line] + 1);
    }

    private int forward(int from, int codePoints) {
        int offset = from;
        for (int i = 0; i < codePoints && offset < text.length(); i++) {
            offset += Character.charCount(text.codePointAt(offset));
        }
        return offset;
    }

    /** What stands before a place on its line. */
    String before(Mark mark) {
        int start = starts[Math.min(mark.getLine(), starts.length - 1)];
        return text.substring(start, forward(start, mark.getColumn()));
    }
}

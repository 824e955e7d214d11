package tako.platform.log;

/**
 * The characters on both sides of a line end, as if it were not there: base64 may be wrapped behind its first, second or third character.
 * Goes through a text once, in any parts. Not safe for several threads.
 */
final class LineSeam {
    private static final int BEFORE = Beginnings.LENGTH - 1;

    /** The last four characters that are no line ends; zeros where there are none. */
    private long last;

    /** How many of the last three stand behind the last line end. Before a text there is none. */
    private int inLine = BEFORE;

    private int lineEnds;

    /** The first place from one on with which four characters are complete that go over a line end and may begin something; or the end. */
    int next(Beginnings beginnings, char[] in, int from, int end) {
        for (int at = from; at < end; at++) {
            if (MaskedText.isLineEnd(in[at])) {
                endLine();
            } else if (inLine == BEFORE) {
                at = restOfLine(in, at, end);
            } else {
                add(in[at]);
                inLine++;
                if (beginnings.mayBe(last)) {
                    return at;
                }
            }
        }
        return end;
    }

    private void endLine() {
        inLine = 0;
        lineEnds++;
        if (lineEnds > PatternWalk.MOST_LINE_ENDS) {
            last = 0;
        }
    }

    /** Passes over what stands behind three characters of a line; its last place. */
    private int restOfLine(char[] in, int from, int end) {
        int lineEnd = from;
        while (lineEnd < end && !MaskedText.isLineEnd(in[lineEnd])) {
            lineEnd++;
        }
        for (int at = Math.max(from, lineEnd - BEFORE); at < lineEnd; at++) {
            add(in[at]);
        }
        return lineEnd - 1;
    }

    private void add(char character) {
        last = (last << 16) | character;
        lineEnds = 0;
    }

    /** The last four characters, as {@link Beginnings#key} has them. */
    long last() {
        return last;
    }

    /** The last characters, at most four. */
    char[] last(int count) {
        char[] characters = new char[count];
        for (int back = 1; back <= count; back++) {
            characters[count - back] = (char) (last >>> (16 * (back - 1)));
        }
        return characters;
    }

    /** How many of the last three characters stand in the line that goes on. */
    int inLine() {
        return inLine;
    }

    /** The text has ended; the next one begins afresh. */
    void end() {
        last = 0;
        inLine = BEFORE;
        lineEnds = 0;
    }
}

package tako.platform.log;

import java.util.Arrays;

/**
 * Reads on from one place, and knows which of the sorted texts may stand there: those that begin with what was read are neighbours, and
 * every character narrows them. Not safe for several threads.
 *
 * <p>A walk through base64 passes over line ends. Where a line ends within a text, and what came of the text is long enough to be no
 * accident, it counts as read as a whole. What comes before the first line end and is shorter than all texts does not count.
 */
final class PatternWalk {
    /** So much of base64 at the end of a line stands for the whole: 12 bytes of a secret. */
    static final int ENOUGH = 16;

    /** More line ends, one behind the other, end the walk: two lines with a blank one between, as Windows writes them. */
    static final int MOST_LINE_ENDS = 4;

    private final char[][] texts;
    private final boolean passesLineEnds;
    private int low;
    private int high;

    /** How many of a text's characters were read. */
    private int depth;

    /** How many characters were read, line ends included. */
    private int length;

    private int longest;
    private int untilLineEnd;
    private int lineEnds;

    private PatternWalk(char[][] texts, boolean passesLineEnds) {
        this.texts = texts;
        this.passesLineEnds = passesLineEnds;
    }

    /** A walk through texts as they are. */
    static PatternWalk plain(SortedTexts texts) {
        return new PatternWalk(texts.all(), false);
    }

    /** A walk through texts without line ends, as if there were none in what is read either. */
    static PatternWalk overLineEnds(SortedTexts texts) {
        return new PatternWalk(texts.all(), true);
    }

    /** A walk of its own that stands where another one does. */
    PatternWalk copy() {
        PatternWalk copy = new PatternWalk(texts, passesLineEnds);
        copy.low = low;
        copy.high = high;
        copy.depth = depth;
        copy.length = length;
        copy.longest = longest;
        copy.untilLineEnd = untilLineEnd;
        copy.lineEnds = lineEnds;
        return copy;
    }

    /**
     * Begins before any character, where every text may stand.
     *
     * @param uncounted how many of the characters to come do not count as read
     */
    void begin(int uncounted) {
        begin(0, texts.length, 0, -uncounted);
    }

    /**
     * Begins behind some characters, among the texts that begin with them and are not shorter.
     *
     * @param counted how many of these count as read
     */
    void begin(int first, int end, int characters, int counted) {
        low = first;
        high = end;
        depth = characters;
        length = counted;
        longest = 0;
        untilLineEnd = 0;
        lineEnds = 0;
        takeComplete();
    }

    /** Reads characters until nothing can stand there any more; whether something longer than what was read still can. */
    boolean read(char[] in, int from, int end) {
        for (int at = from; at < end && low < high; ) {
            int read = isPassed(in[at]) ? passLineEnd() : compare(in, at, end);
            at += read;
            length += read;
            takeComplete();
        }
        return low < high;
    }

    private boolean isPassed(char character) {
        return passesLineEnds && MaskedText.isLineEnd(character);
    }

    private int passLineEnd() {
        lineEnds++;
        if (depth < Beginnings.LENGTH || lineEnds > MOST_LINE_ENDS) {
            low = high;
            return 1;
        }
        untilLineEnd = length;
        if (depth >= ENOUGH) {
            longest = length;
        }
        return 1;
    }

    /** Reads characters of the texts, at least one; how many. */
    private int compare(char[] in, int at, int end) {
        lineEnds = 0;
        int common = Math.min(common(), end - at);
        if (common == 0) {
            narrow(in[at]);
            common = 1;
        } else {
            int same = Arrays.mismatch(texts[low], depth, depth + common, in, at, at + common);
            if (same > 0 && isPassed(in[at + same])) {
                common = same;
            } else if (same >= 0) {
                low = high;
            }
        }
        depth += common;
        return common;
    }

    /** In how many characters that follow all texts are the same that may still stand here. */
    private int common() {
        char[] first = texts[low];
        char[] last = texts[high - 1];
        if (high - low == 1) {
            return first.length - depth;
        }
        int differing = Arrays.mismatch(first, depth, first.length, last, depth, last.length);
        return differing < 0 ? first.length - depth : differing;
    }

    /** How long the longest text is that was read as a whole; 0 if none was. */
    int longest() {
        return longest;
    }

    /** How long that is which was read before the last line end, and goes on behind it; 0 if it does not go over a line end. */
    int untilLineEnd() {
        return untilLineEnd;
    }

    private void narrow(char next) {
        if (next < texts[low][depth] || next > texts[high - 1][depth]) {
            low = high;
        } else {
            low = border(next);
            high = border(next + 1);
        }
    }

    /** The first text whose next character is not before one. */
    private int border(int character) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (texts[middle][depth] < character) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The text that ends here is sorted before those that go on. */
    private void takeComplete() {
        if (low < high && texts[low].length == depth) {
            longest = length;
            low++;
        }
    }
}

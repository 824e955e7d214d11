package tako.platform.log;

import java.util.Arrays;

/**
 * Reads on from one place, and knows which of the sorted texts may stand there: those that begin with what was read are neighbours, and
 * every character narrows them. Not safe for several threads.
 */
final class PatternWalk {
    private final char[][] texts;
    private int low;
    private int high;
    private int depth;
    private int longest;

    /** @param texts sorted, no two the same */
    PatternWalk(char[][] texts) {
        this.texts = texts;
    }

    /** A walk of its own that stands where another one does. */
    PatternWalk copy() {
        PatternWalk copy = new PatternWalk(texts);
        copy.low = low;
        copy.high = high;
        copy.depth = depth;
        copy.longest = longest;
        return copy;
    }

    /** Begins before any character, where every text may stand. */
    void begin() {
        begin(0, texts.length, 0);
    }

    /** Begins behind some characters, among the texts that begin with them. */
    void begin(int first, int end, int characters) {
        low = first;
        high = end;
        depth = characters;
        longest = 0;
        takeComplete();
    }

    /** Reads characters until nothing can stand there any more; whether something longer than what was read still can. */
    boolean read(char[] in, int from, int end) {
        for (int at = from; at < end && low < high; ) {
            int common = Math.min(common(), end - at);
            if (common == 0) {
                narrow(in[at]);
                common = 1;
            } else if (!Arrays.equals(texts[low], depth, depth + common, in, at, at + common)) {
                low = high;
            }
            at += common;
            depth += common;
            takeComplete();
        }
        return low < high;
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
            longest = depth;
            low++;
        }
    }
}

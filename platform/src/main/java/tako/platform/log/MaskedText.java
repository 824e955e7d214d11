package tako.platform.log;

import java.util.BitSet;

/** Text with its secrets replaced. Line ends inside a secret stay, so that there are as many lines as before. */
final class MaskedText {
    private MaskedText() {}

    /**
     * A part of a text, masked.
     *
     * @param secret the places to hide; those of a line that touch become one mask
     */
    static String of(char[] text, int from, int end, BitSet secret) {
        StringBuilder shown = new StringBuilder(end - from);
        boolean hiding = false;
        for (int at = from; at < end; at++) {
            boolean hidden = secret.get(at) && !isLineEnd(text[at]);
            if (!hidden) {
                shown.append(text[at]);
            } else if (!hiding) {
                shown.append(Masking.MASK);
            }
            hiding = hidden;
        }
        return shown.toString();
    }

    static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}

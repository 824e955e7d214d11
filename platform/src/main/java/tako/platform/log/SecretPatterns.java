package tako.platform.log;

import java.util.Arrays;

/** What is looked for, all at once. Immutable. */
final class SecretPatterns {
    /** Nothing to look for. */
    static final SecretPatterns NONE = new SecretPatterns(SortedTexts.none(), SortedTexts.none());

    private final SortedTexts plain;
    private final SortedTexts base64;
    private final Beginnings beginnings;

    /** Whether a plain text's first line is so short that its end is reached before four characters. */
    private final boolean shortFirstLines;

    private SecretPatterns(SortedTexts plain, SortedTexts base64) {
        this.plain = plain;
        this.base64 = base64;
        this.beginnings = new Beginnings(plain.all(), base64.all());
        this.shortFirstLines = Arrays.stream(plain.all()).anyMatch(SecretPatterns::hasShortFirstLine);
    }

    private static boolean hasShortFirstLine(char[] text) {
        return text[1] == '\n' || text[2] == '\n';
    }

    /** These and more, each of at least {@value Beginnings#LENGTH} characters. */
    SecretPatterns with(SecretForms more) {
        SortedTexts morePlain = plain.with(more.plain());
        SortedTexts moreBase64 = base64.with(more.base64());
        return morePlain == plain && moreBase64 == base64 ? this : new SecretPatterns(morePlain, moreBase64);
    }

    /** With which four characters they begin. */
    Beginnings beginnings() {
        return beginnings;
    }

    /** What is looked for as it is. */
    SortedTexts plain() {
        return plain;
    }

    /** What is looked for with line ends anywhere in it. */
    SortedTexts base64() {
        return base64;
    }

    /** Whether a plain text may begin in the last characters before an end, which are fewer than four. */
    boolean mayBeginWithin(char[] in, int end) {
        return end > 0 && plain.all().length > 0 && (in[end - 1] != '\n' || shortFirstLines);
    }
}

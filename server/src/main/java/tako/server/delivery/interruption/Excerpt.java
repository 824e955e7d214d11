package tako.server.delivery.interruption;

/** Notes inside a sentence: in one line, cut to a length that can be read. */
final class Excerpt {
    private static final int LONGEST = 300;

    private Excerpt() {}

    /** The beginning of a text. */
    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }
}

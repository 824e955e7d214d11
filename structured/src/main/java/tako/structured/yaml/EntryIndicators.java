package tako.structured.yaml;

/** What begins an entry of a block collection: {@code -}, {@code ?} and {@code :} with a blank after it. */
final class EntryIndicators {
    private EntryIndicators() {}

    /** Whether the beginning of a line, up to a comment, holds blanks and such indicators and nothing else. */
    static boolean only(String before) {
        for (int i = 0; i < before.length(); i++) {
            boolean indicator =
                    "-?:".indexOf(before.charAt(i)) >= 0 && isBlank(before, i - 1) && isBlank(before, i + 1);
            if (!indicator && !isBlank(before, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(String text, int i) {
        return i < 0 || i >= text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t';
    }
}

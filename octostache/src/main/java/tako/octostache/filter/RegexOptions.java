package tako.octostache.filter;

import java.util.regex.Matcher;

/**
 * The options that the translation sees to itself.
 *
 * @param multiline {@code m}: {@code ^} and {@code $} at every line
 * @param explicit {@code n}: only groups with a name are groups
 * @param spaced {@code x}: blanks and comments do not count
 */
record RegexOptions(boolean multiline, boolean explicit, boolean spaced) {
    static final RegexOptions NONE = new RegexOptions(false, false, false);

    /** With the letters of the first group on and those of the second off. */
    RegexOptions changed(Matcher letters) {
        return new RegexOptions(
                changed(multiline, 'm', letters), changed(explicit, 'n', letters), changed(spaced, 'x', letters));
    }

    private static boolean changed(boolean now, char letter, Matcher letters) {
        return isIn(letters.group(2), letter) ? false : isIn(letters.group(1), letter) || now;
    }

    private static boolean isIn(String letters, char letter) {
        return letters.indexOf(letter) >= 0;
    }

    /** The letters that mean the same in Java. */
    static String forJava(Matcher letters) {
        String off = kept(letters.group(2));
        return kept(letters.group(1)) + (off.isEmpty() ? "" : "-" + off);
    }

    private static String kept(String letters) {
        return letters.replaceAll("[^is]", "");
    }
}

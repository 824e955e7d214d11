package tako.octostache.filter;

/** What a message quotes of a text that may be long. */
final class Shortened {
    private static final int LONGEST = 80;

    private Shortened() {}

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

package tako.platform.http;

/** What clients sent, made fit for messages and logs: short and without control characters. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** Without control characters, so that nobody can forge a line of a log. */
    static String line(String sent) {
        return sent.replaceAll("\\p{Cntrl}", " ");
    }

    static String text(String sent) {
        String clean = line(sent);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}

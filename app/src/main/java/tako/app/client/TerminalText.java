package tako.app.client;

/** Text of others as a terminal may show it: without the control characters that would command it, those of ISO 8859-1 included. */
public final class TerminalText {
    private TerminalText() {}

    /** One line: ends of lines and tabs become blanks. */
    public static String line(String text) {
        return text.replaceAll("[\\r\\n\\t]+", " ").replaceAll("\\p{gc=Cc}", "");
    }

    /** Several lines, which and whose tabs stay. */
    public static String block(String text) {
        return text.replaceAll("[\\p{gc=Cc}&&[^\\n\\t]]", "");
    }
}

package tako.structured;

import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/** A text is not a document that can be read. */
public final class MalformedXml extends Exception {
    private static final long serialVersionUID = 1L;
    /** What the JDK says of itself and not of the text. */
    private static final Pattern NOISE = Pattern.compile("^JAXP\\d+: |,? (set|imposed) by \"jdk\\.xml\\.\\w+\"");

    private final int line;
    private final int column;

    /**
     * Says why and where.
     *
     * @param line from 1; what is less means 1, as for the column
     */
    public MalformedXml(String message, int line, int column) {
        super(message);
        this.line = Math.max(1, line);
        this.column = Math.max(1, column);
    }

    static MalformedXml of(SAXParseException error) {
        return new MalformedXml(message(error), error.getLineNumber(), error.getColumnNumber());
    }

    static String message(Exception error) {
        String message = error.getMessage();
        return message == null
                ? "The text is not XML"
                : NOISE.matcher(message).replaceAll("").strip();
    }

    /** The same as the answer of a rewriter. */
    public Rewriting.Unreadable unreadable() {
        return new Rewriting.Unreadable(message(this), line, column);
    }
}

package tako.structured.dotnet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the elements of an XML file and where they stand, which parsers do not tell. Only for texts that a parser has found to be well-formed;
 * in others it finds something and ends.
 */
final class ElementScanner {
    private final String text;
    private final List<Element> elements = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int at;

    private ElementScanner(String text) {
        this.text = text;
    }

    /** All elements in the order of their start tags. */
    static List<Element> scan(String text) {
        var scanner = new ElementScanner(text);
        scanner.scan();
        return scanner.elements;
    }

    private void scan() {
        while (find("<")) {
            if (text.startsWith("<!--", at)) {
                skipPast("-->", "<!--".length());
            } else if (text.startsWith("<![CDATA[", at)) {
                skipPast("]]>", "<![CDATA[".length());
            } else if (text.startsWith("<?", at)) {
                skipPast("?>", "<?".length());
            } else if (text.startsWith("<!", at)) {
                skipDoctype();
            } else if (text.startsWith("</", at)) {
                close();
            } else {
                open();
            }
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            elements.set(open.peek(), elements.get(open.pop()).endingAt(at));
        }
        skipPast(">", 1);
    }

    private void open() {
        int start = at++;
        String name = name();
        List<Attribute> attributes = attributes();
        boolean selfClosing = text.startsWith("/", at);
        skipPast(">", 0);
        int colon = name.indexOf(':') + 1;
        int parent = open.isEmpty() ? -1 : open.peek();
        if (!selfClosing) {
            open.push(elements.size());
        }
        elements.add(new Element(
                name.substring(0, colon), name.substring(colon), attributes, parent, start, at, at, selfClosing));
    }

    /** Reads up to the sign that ends the tag. */
    private List<Attribute> attributes() {
        var attributes = new ArrayList<Attribute>();
        skipBlanks();
        while (more() && !endsTag(text.charAt(at))) {
            String name = name();
            skipBlanks();
            at++;
            skipBlanks();
            attributes.add(attribute(name));
            skipBlanks();
        }
        return List.copyOf(attributes);
    }

    private Attribute attribute(String name) {
        int start = Math.min(at + 1, text.length());
        String quote = more() ? text.substring(at, at + 1) : "\"";
        at = start;
        skipTo(quote);
        int end = at;
        at = Math.min(end + 1, text.length());
        return new Attribute(name, XmlText.read(text.substring(start, end)), start, end);
    }

    private String name() {
        int start = at;
        while (more() && !endsName(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Passes over a document type, whose internal subset may hold anything in quotes, comments and instructions. */
    private void skipDoctype() {
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (text.startsWith("<!--", at)) {
                skipPast("-->", "<!--".length());
            } else if (text.startsWith("<?", at)) {
                skipPast("?>", "<?".length());
            } else if (c == '"' || c == '\'') {
                skipPast(String.valueOf(c), 1);
            } else {
                depth += c == '<' ? 1 : c == '>' ? -1 : 0;
                at++;
            }
        } while (more() && depth > 0);
    }

    private boolean find(String sign) {
        skipTo(sign);
        return more();
    }

    private void skipTo(String sign) {
        int found = text.indexOf(sign, at);
        at = found < 0 ? text.length() : found;
    }

    private void skipPast(String sign, int from) {
        int found = text.indexOf(sign, at + from);
        at = found < 0 ? text.length() : found + sign.length();
    }

    private void skipBlanks() {
        while (more() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private boolean more() {
        return at < text.length();
    }

    private static boolean endsName(char c) {
        return isBlank(c) || endsTag(c) || c == '=';
    }

    private static boolean endsTag(char c) {
        return c == '/' || c == '>';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}

package tako.structured.xml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Reads from the text of a well-formed document what a parser does not tell: the start tags in order, which of the texts between markup
 * (counted from 0) have character references, and the internal subset.
 */
final class SourceScan {
    private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");

    private final String source;
    private final List<StartTag> tags = new ArrayList<>();
    private final BitSet referring = new BitSet();
    private String subset = "";
    private int texts;
    private int open;
    private int at;

    private SourceScan(String source) {
        this.source = source;
    }

    static SourceScan of(String source) {
        var scan = new SourceScan(source);
        while (scan.at < source.length()) {
            scan.next();
        }
        return scan;
    }

    List<StartTag> tags() {
        return tags;
    }

    int texts() {
        return texts;
    }

    /** Whether the text of that number has character references. */
    boolean refers(int text) {
        return referring.get(text);
    }

    String subset() {
        return subset;
    }

    private void next() {
        if (source.startsWith("<!--", at)) {
            skipPast("-->", 4);
        } else if (source.startsWith("<![CDATA[", at)) {
            skipPast("]]>", 9);
        } else if (source.startsWith("<?", at)) {
            skipPast("?>", 2);
        } else if (source.startsWith("<!DOCTYPE", at)) {
            documentType();
        } else if (source.startsWith("</", at)) {
            open--;
            skipPast(">", 2);
        } else if (source.charAt(at) == '<') {
            startTag();
        } else {
            text();
        }
    }

    private void skipPast(String end, int from) {
        int found = source.indexOf(end, at + from);
        at = found < 0 ? source.length() : found + end.length();
    }

    private void documentType() {
        while (at < source.length() && source.charAt(at) != '>' && source.charAt(at) != '[') {
            skipOne();
        }
        if (at < source.length() && source.charAt(at) == '[') {
            int start = at + 1;
            do {
                skipOne();
            } while (at < source.length() && source.charAt(at) != ']');
            subset = source.substring(start, at);
            skipPast(">", 0);
        } else {
            at++;
        }
    }

    /** One character, or a whole literal, comment or processing instruction. */
    private void skipOne() {
        char c = source.charAt(at);
        if (c == '"' || c == '\'') {
            skipPast(String.valueOf(c), 1);
        } else if (source.startsWith("<!--", at)) {
            skipPast("-->", 4);
        } else if (source.startsWith("<?", at)) {
            skipPast("?>", 2);
        } else {
            at++;
        }
    }

    private void startTag() {
        var attributes = new ArrayList<String>();
        at++;
        name();
        while (at < source.length() && source.charAt(at) != '>' && source.charAt(at) != '/') {
            if (isBlank(source.charAt(at))) {
                at++;
            } else {
                attributes.add(name());
                value();
            }
        }
        boolean selfClosing = at < source.length() && source.charAt(at) == '/';
        tags.add(new StartTag(attributes, selfClosing));
        open += selfClosing ? 0 : 1;
        skipPast(">", 0);
    }

    private String name() {
        int start = at;
        while (at < source.length() && !isBlank(source.charAt(at)) && "=/>".indexOf(source.charAt(at)) < 0) {
            at++;
        }
        return source.substring(start, at);
    }

    private void value() {
        while (at < source.length() && source.charAt(at) != '"' && source.charAt(at) != '\'') {
            at++;
        }
        if (at < source.length()) {
            skipOne();
        }
    }

    /** A text ends at markup and at a reference to an entity of the document's own. */
    private void text() {
        int start = at;
        boolean refers = false;
        while (at < source.length() && source.charAt(at) != '<' && !isEntity()) {
            refers |= source.startsWith("&#", at);
            at++;
        }
        if (open > 0 && at > start) {
            referring.set(texts, refers);
            texts++;
        }
        if (at < source.length() && source.charAt(at) == '&') {
            skipPast(";", 1);
        }
    }

    private boolean isEntity() {
        return source.charAt(at) == '&'
                && !source.startsWith("&#", at)
                && !PREDEFINED.contains(source.substring(at + 1, Math.max(at + 1, source.indexOf(';', at))));
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}

package tako.platform.log;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A secret as a text of other languages, as the usual programs write them: JSON, YAML, XML, HTML, shells, SQL. */
final class EscapedForms {
    private static final Escaping JSON = Escaping.NONE
            .with("\"\\", Escaping.after("\\"))
            .with('\n', "\\n")
            .with('\r', "\\r")
            .with('\t', "\\t")
            .with('\b', "\\b")
            .with('\f', "\\f")
            .withControls(Escaping.JSON);
    private static final Escaping JSON_FOR_WEB = JSON.with("<>&", Escaping.JSON);

    private static final Escaping XML = Escaping.NONE.with('&', "&amp;").with('<', "&lt;");
    private static final Escaping XML_TEXT = XML.with('>', "&gt;");
    private static final Escaping XML_NAMES = XML_TEXT.with('"', "&quot;");
    private static final Escaping XML_NUMBERS = XML_TEXT.with("\"'", Escaping.XML_DECIMAL);
    private static final Escaping HTML = XML_NAMES.with("'", Escaping.XML_DECIMAL);

    private static final List<Escaping> ESCAPINGS =
            Stream.of(json(), xml(), shells()).flatMap(List::stream).toList();

    private EscapedForms() {}

    static void add(Set<String> forms, String text) {
        if (isPlain(text)) {
            return;
        }
        ESCAPINGS.forEach(escaping -> forms.add(escaping.of(text)));
        // JSON that stands in JSON, as kubectl notes what it applied last.
        forms.add(JSON.of(JSON.of(text)));
        forms.add(JSON.of(JSON_FOR_WEB.of(text)));
    }

    /** A text in JSON with nothing escaped that need not be. */
    static String json(String text) {
        return JSON.of(text);
    }

    /** Whether it is only of characters that nobody escapes. */
    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one >= 128 || !(Character.isLetterOrDigit(one) || one == '-' || one == '_' || one == '.')) {
                return false;
            }
        }
        return true;
    }

    /** Encoders for the web escape more than needed, each something else; some keep to ASCII. */
    private static List<Escaping> json() {
        Escaping slashes = JSON.with('/', "\\/");
        return List.of(
                JSON,
                slashes,
                JSON.withOthers(Escaping.JSON),
                JSON.withOthers(Escaping.JSON_UPPER),
                slashes.withOthers(Escaping.JSON),
                JSON_FOR_WEB,
                JSON_FOR_WEB.with("'", Escaping.JSON),
                JSON_FOR_WEB.with("'=", Escaping.JSON),
                JSON_FOR_WEB.with("'\"", Escaping.JSON),
                JSON.with("\"'`<>&+", Escaping.JSON_UPPER).withOthers(Escaping.JSON_UPPER),
                JSON.withOthers(Escaping.YAML),
                JSON.withOthers(Escaping.YAML_UPPER));
    }

    private static List<Escaping> xml() {
        return List.of(
                XML,
                XML_TEXT,
                XML_TEXT.withOthers(Escaping.XML_DECIMAL),
                XML_TEXT.withOthers(Escaping.XML_HEX),
                XML_NAMES,
                XML_NAMES.with("\n\r\t", Escaping.XML_DECIMAL),
                XML_NAMES.with("\n\r\t", Escaping.XML_HEX),
                XML_NAMES.with('\'', "&apos;"),
                XML_NAMES.with('\'', "&#x27;"),
                HTML,
                HTML.withOthers(Escaping.XML_DECIMAL),
                HTML.withOthers(Escaping.XML_HEX),
                XML_NUMBERS,
                XML_NUMBERS.with("+", Escaping.XML_DECIMAL),
                XML_NUMBERS.with("\n\r\t", Escaping.XML_HEX));
    }

    /** In quotes and without, also as {@code set -x} and {@code printf %q} show them; and in the quotes of SQL, YAML and CSV. */
    private static List<Escaping> shells() {
        return List.of(
                Escaping.NONE.with('\'', "'\\''"),
                Escaping.NONE.with('\'', "'\"'\"'"),
                Escaping.NONE.with('\'', "''"),
                Escaping.NONE.with('"', "\"\""),
                Escaping.NONE
                        .with("\\'", Escaping.after("\\"))
                        .with('\n', "\\n")
                        .with('\r', "\\r")
                        .with('\t', "\\t"),
                Escaping.NONE.with("\\\"$`", Escaping.after("\\")),
                Escaping.NONE.with("\\\"$`!", Escaping.after("\\")),
                Escaping.NONE.with("\"$`", Escaping.after("`")),
                Escaping.NONE.with(" !\"#$&'()*;<>?[\\]^`{|}~", Escaping.after("\\")),
                Escaping.NONE.with(" !\"#$&'()*,;<>?[\\]^`{|}", Escaping.after("\\")));
    }
}

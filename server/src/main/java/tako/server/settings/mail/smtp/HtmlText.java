package tako.server.settings.mail.smtp;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of an HTML body, for readers without HTML. One pass, whatever the text is; never an error. */
final class HtmlText {
    private static final Set<String> HIDDEN = Set.of("script", "style", "head", "title");
    private static final Set<String> BREAKING =
            Set.of("br", "p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private String hiddenUntil = "";

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        while (at < html.length()) {
            char next = html.charAt(at);
            if (next == '<') {
                tag();
            } else if (next == '&') {
                entity();
            } else {
                character(next);
            }
        }
        return text.toString().strip() + "\n";
    }

    private void tag() {
        int end = html.startsWith("<!--", at) ? html.indexOf("-->", at) + 2 : html.indexOf('>', at);
        if (end < at) {
            at = html.length();
            return;
        }
        String name = name(html.substring(at + 1, end));
        at = end + 1;
        if (!hiddenUntil.isEmpty()) {
            hiddenUntil = name.equals("/" + hiddenUntil) ? "" : hiddenUntil;
        } else if (HIDDEN.contains(name)) {
            hiddenUntil = name;
        } else if (BREAKING.contains(name.startsWith("/") ? name.substring(1) : name)) {
            line();
        }
    }

    private static String name(String tag) {
        int end = 0;
        while (end < tag.length()
                && (Character.isLetterOrDigit(tag.charAt(end)) || (end == 0 && tag.charAt(0) == '/'))) {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void entity() {
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_ENTITY) {
            character('&');
            return;
        }
        String name = html.substring(at + 1, end);
        String known = name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.getOrDefault(name, "");
        if (known.isEmpty()) {
            character('&');
            return;
        }
        at = end + 1;
        append(known);
    }

    private static String numbered(String number) {
        try {
            int point = number.startsWith("x") || number.startsWith("X")
                    ? Integer.parseInt(number.substring(1), 16)
                    : Integer.parseInt(number);
            return Character.isValidCodePoint(point) && !Character.isISOControl(point) ? Character.toString(point) : "";
        } catch (NumberFormatException none) {
            return "";
        }
    }

    private void character(char next) {
        at++;
        boolean blank = Character.isWhitespace(next);
        boolean afterBlank = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        if (blank && afterBlank) {
            return;
        }
        append(blank ? " " : String.valueOf(next));
    }

    private void append(String more) {
        if (hiddenUntil.isEmpty()) {
            text.append(more);
        }
    }
}

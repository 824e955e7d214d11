package tako.octostache.filter.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** An address in a text: of a web or file server with a point in its name, of mail, or a telephone number. */
final class BareLink implements InlineContentParser {
    private static final String BEFORE = "*_~(";
    private static final String NOT_LAST = "?!.,:*_~'\"";
    private static final String ENDS = "<[]";
    private static final int LONGEST = 2_000;
    private static final String DOMAIN = "(?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}\\p{N}-]+";
    private static final Pattern LINK = Pattern.compile("(?i)(?:(?:https?|ftp)://|(?<web>www\\.)|(?<mail>mailto:)[^@\\s]+@|(?<tel>tel:)(?=.))"
            + "(?<rest>.*)");
    private static final Pattern DOMAIN_FIRST = Pattern.compile(DOMAIN + "(?=[:/?#]|$).*");

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        boolean canBegin = before == Scanner.END || Character.isWhitespace(before) || BEFORE.indexOf(before) >= 0;
        if (!canBegin) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        String address = trimmed(candidate(scanner));
        Matcher link = LINK.matcher(address);
        if (!link.matches() || !isWhole(link)) {
            return ParsedInline.none();
        }
        scanner.setPosition(start);
        for (int i = 0; i < address.length(); i++) {
            scanner.next();
        }
        return ParsedInline.of(node(link, address), scanner.position());
    }

    private static boolean isWhole(Matcher link) {
        return link.group("tel") != null || DOMAIN_FIRST.matcher(link.group("rest")).matches();
    }

    /** Up to a blank, a bracket, or a closing parenthesis that was not opened. */
    private static String candidate(Scanner scanner) {
        var result = new StringBuilder();
        int open = 0;
        while (scanner.hasNext() && result.length() < LONGEST) {
            char c = scanner.peek();
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c <= ' ' || Character.isWhitespace(c) || ENDS.indexOf(c) >= 0 || open < 0) {
                break;
            }
            result.append(c);
            scanner.next();
        }
        return result.toString();
    }

    private static String trimmed(String candidate) {
        int end = candidate.length();
        while (end > 0 && NOT_LAST.indexOf(candidate.charAt(end - 1)) >= 0) {
            end--;
        }
        return candidate.substring(0, end);
    }

    private static Link node(Matcher link, String address) {
        var node = new Link(link.group("web") == null ? address : "http://" + address, null);
        node.appendChild(new Text(shown(link, address)));
        return node;
    }

    private static String shown(Matcher link, String address) {
        if (link.group("mail") != null) {
            return address.substring(link.end("mail"));
        }
        return link.group("tel") == null ? address : address.substring(link.end("tel"));
    }
}

package tako.structured.xml;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the JDK's XPath 1.0 of the name of a variable: {@code *:name} becomes a test of the local name, and behind each node test comes a
 * condition that is always true, {@link Effort#GUARD}, by which an evaluation that takes too long is ended.
 */
final class PathReader {
    private static final String CONDITION = "[$" + Effort.GUARD + "]";
    private static final Set<String> NODE_TYPES = Set.of("comment", "text", "processing-instruction", "node");
    private static final Set<String> DOUBLE = Set.of("//", "::", "..", "!=", "<=", ">=");

    private final String name;
    private final Predicate<String> prefixes;
    private final StringBuilder path = new StringBuilder();
    private int at;
    /** Whether an operand has ended, so that a name or a star is an operator. */
    private boolean operand;

    private PathReader(String name, Predicate<String> prefixes) {
        this.name = name;
        this.prefixes = prefixes;
    }

    /**
     * The expression that a name means.
     *
     * @param prefixes which prefixes are declared
     * @return empty if it is none: a literal without end, a prefix that nobody declares; whatever else is wrong is seen when it is compiled
     */
    static Optional<String> read(String name, Predicate<String> prefixes) {
        var reader = new PathReader(name, prefixes);
        while (reader.at < name.length()) {
            if (!reader.next()) {
                return Optional.empty();
            }
        }
        return Optional.of(reader.path.toString());
    }

    private boolean next() {
        char c = name.charAt(at);
        if (Character.isWhitespace(c)) {
            copy(1);
            return true;
        }
        if (c == '"' || c == '\'') {
            return literal(c);
        }
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
            return true;
        }
        if (c == '$') {
            copy(1);
            return qualifiedName().map(this::operandEnds).orElse(false);
        }
        if (c == '*' && !operand) {
            return star();
        }
        return isNameStart(c) ? named() : symbol();
    }

    private boolean literal(char quote) {
        int end = name.indexOf(quote, at + 1);
        return end >= 0 && operandEnds(name.substring(at, end + 1));
    }

    private void number() {
        int end = at;
        while (end < name.length() && (isDigit(name.charAt(end)) || name.charAt(end) == '.')) {
            end++;
        }
        operandEnds(name.substring(at, end));
    }

    /** {@code *}, or {@code *:name}. */
    private boolean star() {
        if (peek(1) != ':' || !isNameStart(peek(2))) {
            return nodeTest("*", 1);
        }
        int end = nameEnd(at + 2);
        String local = name.substring(at + 2, end);
        return nodeTest("*", end - at) && condition("[local-name()='" + local + "']");
    }

    private boolean named() {
        int end = nameEnd(at);
        String word = name.substring(at, end);
        if (operand) {
            operand = false;
            copy(end - at);
            return true;
        }
        int after = skipBlanks(end);
        if (name.startsWith("::", after)) {
            copy(after + 2 - at);
            return true;
        }
        if (after < name.length() && name.charAt(after) == '(') {
            return NODE_TYPES.contains(word) ? nodeType(after) : call(end);
        }
        if (name.startsWith(":*", end)) {
            return prefixes.test(word) && nodeTest(word + ":*", word.length() + 2);
        }
        return qualifiedName()
                .filter(test -> !isCall(test))
                .map(test -> nodeTest(test, test.length()))
                .orElse(false);
    }

    private boolean isCall(String qualified) {
        int after = skipBlanks(at + qualified.length());
        return after < name.length() && name.charAt(after) == '(';
    }

    /** The name that begins here, if its prefix is declared. */
    private Optional<String> qualifiedName() {
        if (at >= name.length() || !isNameStart(name.charAt(at))) {
            return Optional.empty();
        }
        int end = nameEnd(at);
        if (end + 1 >= name.length() || name.charAt(end) != ':' || !isNameStart(name.charAt(end + 1))) {
            return Optional.of(name.substring(at, end));
        }
        return prefixes.test(name.substring(at, end))
                ? Optional.of(name.substring(at, nameEnd(end + 1)))
                : Optional.empty();
    }

    private boolean nodeType(int bracket) {
        int end = name.indexOf(')', bracket);
        int argument = skipBlanks(bracket + 1);
        if (argument < name.length() && "'\"".indexOf(name.charAt(argument)) >= 0) {
            int closing = name.indexOf(name.charAt(argument), argument + 1);
            end = closing < 0 ? -1 : name.indexOf(')', closing);
        }
        return end >= 0 && nodeTest(name.substring(at, end + 1), end + 1 - at);
    }

    private boolean call(int end) {
        copy(end - at);
        return true;
    }

    private boolean symbol() {
        int length = at + 2 <= name.length() && DOUBLE.contains(name.substring(at, at + 2)) ? 2 : 1;
        String symbol = name.substring(at, Math.min(name.length(), at + length));
        copy(length);
        operand = symbol.equals(")") || symbol.equals("]") || symbol.equals(".") || symbol.equals("..");
        return true;
    }

    private boolean nodeTest(String test, int length) {
        path.append(test).append(CONDITION);
        at += length;
        operand = true;
        return true;
    }

    private boolean condition(String text) {
        path.append(text);
        return true;
    }

    private boolean operandEnds(String text) {
        copy(text.length());
        operand = true;
        return true;
    }

    private void copy(int length) {
        path.append(name, at, at + length);
        at += length;
    }

    private char peek(int ahead) {
        return at + ahead < name.length() ? name.charAt(at + ahead) : '\0';
    }

    private int skipBlanks(int from) {
        int end = from;
        while (end < name.length() && Character.isWhitespace(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < name.length() && isNamePart(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isLetterOrDigit(c) || c == '-' || c == '.' || isCombining(c);
    }

    private static boolean isCombining(char c) {
        int type = Character.getType(c);
        return c == '\u00B7' || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

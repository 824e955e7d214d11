package tako.structured.xml;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the JDK's XPath 1.0 of the name of a variable: {@code *:name} becomes a test of the local name, and behind each node test comes a
 * condition that is always true, {@link Effort#GUARD}, by which an evaluation that takes too long is ended ({@code .}, {@code ..} and a
 * {@code /} that means the document are spelled out for it). So every text of the document that a function gets has passed the guard.
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
            return copy(1);
        }
        if (c == '"' || c == '\'') {
            return literal(c);
        }
        if (PathCharacters.isDigit(c) || (c == '.' && PathCharacters.isDigit(peek(1)))) {
            return number();
        }
        if (c == '$') {
            copy(1);
            return qualifiedName().map(this::operandEnds).orElse(false);
        }
        if (c == '*' && !operand) {
            return star();
        }
        return PathCharacters.isNameStart(c) ? named() : symbol();
    }

    private boolean literal(char quote) {
        int end = name.indexOf(quote, at + 1);
        return end >= 0 && operandEnds(name.substring(at, end + 1));
    }

    private boolean number() {
        int end = at;
        while (end < name.length() && (PathCharacters.isDigit(name.charAt(end)) || name.charAt(end) == '.')) {
            end++;
        }
        return operandEnds(name.substring(at, end));
    }

    /** {@code *}, or {@code *:name}. */
    private boolean star() {
        if (peek(1) != ':' || !PathCharacters.isNameStart(peek(2))) {
            return nodeTest("*", 1);
        }
        int end = PathCharacters.nameEnd(name, at + 2);
        String local = name.substring(at + 2, end);
        nodeTest("*", end - at);
        path.append("[local-name()='").append(local).append("']");
        return true;
    }

    private boolean named() {
        int end = PathCharacters.nameEnd(name, at);
        int after = PathCharacters.skipBlanks(name, end);
        if (operand) {
            operand = false;
            return copy(end - at);
        }
        if (name.startsWith("::", after)) {
            return copy(after + 2 - at);
        }
        if (isCall(end)) {
            return NODE_TYPES.contains(name.substring(at, end)) ? nodeType(after) : copy(end - at);
        }
        return nameTest(end);
    }

    private boolean nameTest(int end) {
        if (name.startsWith(":*", end)) {
            return prefixes.test(name.substring(at, end)) && nodeTest(name.substring(at, end + 2), end + 2 - at);
        }
        return qualifiedName()
                .filter(test -> !isCall(at + test.length()))
                .map(test -> nodeTest(test, test.length()))
                .orElse(false);
    }

    private boolean isCall(int end) {
        int after = PathCharacters.skipBlanks(name, end);
        return after < name.length() && name.charAt(after) == '(';
    }

    /** The name that begins here, if its prefix is declared. */
    private Optional<String> qualifiedName() {
        if (at >= name.length() || !PathCharacters.isNameStart(name.charAt(at))) {
            return Optional.empty();
        }
        int end = PathCharacters.nameEnd(name, at);
        if (end + 1 >= name.length() || name.charAt(end) != ':' || !PathCharacters.isNameStart(name.charAt(end + 1))) {
            return Optional.of(name.substring(at, end));
        }
        return prefixes.test(name.substring(at, end))
                ? Optional.of(name.substring(at, PathCharacters.nameEnd(name, end + 1)))
                : Optional.empty();
    }

    private boolean nodeType(int bracket) {
        int end = name.indexOf(')', bracket);
        int argument = PathCharacters.skipBlanks(name, bracket + 1);
        if (argument < name.length() && "'\"".indexOf(name.charAt(argument)) >= 0) {
            int closing = name.indexOf(name.charAt(argument), argument + 1);
            end = closing < 0 ? -1 : name.indexOf(')', closing);
        }
        return end >= 0 && nodeTest(name.substring(at, end + 1), end + 1 - at);
    }

    private boolean symbol() {
        if (isRoot()) {
            return nodeTest("/self::node()", 1);
        }
        int length = at + 2 <= name.length() && DOUBLE.contains(name.substring(at, at + 2)) ? 2 : 1;
        String symbol = name.substring(at, at + length);
        return switch (symbol) {
            case "." -> nodeTest("self::node()", length);
            case ".." -> nodeTest("parent::node()", length);
            default -> {
                operand = symbol.equals(")") || symbol.equals("]");
                yield copy(length);
            }
        };
    }

    /** Whether a slash that no step follows is here. */
    private boolean isRoot() {
        if (operand || name.charAt(at) != '/' || peek(1) == '/' || name.startsWith("/", at - 1)) {
            return false;
        }
        int after = PathCharacters.skipBlanks(name, at + 1);
        return after >= name.length()
                || !(PathCharacters.isNameStart(name.charAt(after)) || "*.@".indexOf(name.charAt(after)) >= 0);
    }

    private boolean nodeTest(String test, int length) {
        path.append(test).append(CONDITION);
        at += length;
        operand = true;
        return true;
    }

    private boolean operandEnds(String text) {
        operand = true;
        return copy(text.length());
    }

    private boolean copy(int length) {
        path.append(name, at, at + length);
        at += length;
        return true;
    }

    private char peek(int ahead) {
        return at + ahead < name.length() ? name.charAt(at + ahead) : '\0';
    }
}

package tako.octostache.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a regular expression of .NET so that Java finds the same. What Java has no word for (balancing groups, conditions) is refused, as is
 * what only Java knows.
 */
final class RegexTranslation {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 100;
    private static final Pattern COUNT = Pattern.compile("\\{([0-9]+)(?:(,)([0-9]*))?\\}");
    private static final Pattern OPTIONS = Pattern.compile("\\?([imnsx]*)-?([imnsx]*)([:)])");
    private static final Pattern PLAIN_GROUP = Pattern.compile("\\?(?:[:=!>]|<[=!])");
    private static final Pattern NAMED_GROUP = Pattern.compile("\\?(?:<(\\w+)>|'(\\w+)')");
    private static final Pattern COMMENT_GROUP = Pattern.compile("\\?#[^)]*\\)");
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*\\n?");
    private static final Pattern NUMBERED_REFERENCE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern NAMED_REFERENCE = Pattern.compile("k(?:<(\\w+)>|'(\\w+)')");
    private static final Pattern ANCHOR = Pattern.compile("[bBAZzG]");
    private static final Pattern UNSUPPORTED_GROUP = Pattern.compile("\\?(?:[<'][\\w]*-|\\()");

    private final RegexCursor in;
    private final RegexEscapes escapes;
    private final RegexClasses classes;
    private final RegexGroups groups = new RegexGroups();
    private final RegexEffort effort = new RegexEffort();
    private final List<RegexPiece> pieces = new ArrayList<>();
    private final Deque<RegexOptions> outer = new ArrayDeque<>();
    private RegexOptions options = RegexOptions.NONE;
    private boolean repeatable;

    RegexTranslation(String pattern) {
        this.in = new RegexCursor(pattern);
        this.escapes = new RegexEscapes(in);
        this.classes = new RegexClasses(in, escapes);
        if (pattern.length() > LONGEST) {
            throw in.refused("it is longer than %d characters".formatted(LONGEST));
        }
    }

    /**
     * @param java the expression in Java's words
     * @param groups Java's groups by the names and numbers that .NET gives them
     * @param effort how many steps it may take at least where it matches
     */
    record Result(String java, Map<String, List<Integer>> groups, long effort) {}

    Result translate() {
        while (!in.atEnd()) {
            translate(in.next());
        }
        if (!outer.isEmpty()) {
            throw in.refused("a group is not closed");
        }
        Map<String, List<Integer>> numbered = groups.numbered();
        var java = new StringBuilder();
        for (RegexPiece piece : pieces) {
            java.append(switch (piece) {
                case RegexPiece.Text(String text) -> text;
                case RegexPiece.Reference(String name) -> reference(name, numbered);
            });
        }
        return new Result(java.toString(), numbered, effort.total());
    }

    private void translate(char c) {
        if (options.spaced() && Whitespace.is(c)) {
            return;
        }
        switch (c) {
            case '\\' -> escape();
            case '[' -> atom(classes.translate());
            case '(' -> open();
            case ')' -> close();
            case '|' -> {
                write("|");
                repeatable = false;
            }
            case '*', '+', '?' -> repeat(Character.toString(c), 1);
            case '{' -> count();
            // Before the first line and behind every line end, also the last one.
            case '^' -> atom(options.multiline() ? "(?<![^\\n])" : "^");
            case '$' -> atom(options.multiline() ? "(?=\\n|\\z)" : "$");
            case '.' -> atom(".");
            case '#' -> hash();
            default -> atom(RegexEscapes.literal(c));
        }
    }

    private void hash() {
        if (options.spaced()) {
            in.back();
            in.take(COMMENT);
        } else {
            atom("\\#");
        }
    }

    private void write(String java) {
        pieces.add(new RegexPiece.Text(java));
    }

    private void atom(String java) {
        write(java);
        effort.atom();
        repeatable = true;
    }

    private void escape() {
        var number = in.take(NUMBERED_REFERENCE);
        var name = number.or(() -> in.take(NAMED_REFERENCE));
        if (name.isPresent()) {
            pieces.add(new RegexPiece.Reference(number.isPresent() ? number.get().group() : either(name.get())));
            effort.atom();
            repeatable = true;
            return;
        }
        var anchor = in.take(ANCHOR);
        String set = anchor.isPresent() ? "\\" + anchor.get().group() : escapes.set(false);
        atom(set.isEmpty() ? RegexEscapes.literal(escapes.character()) : set);
    }

    private static String either(Matcher name) {
        return name.group(1) == null ? name.group(2) : name.group(1);
    }

    /** The last of the groups of that name that took part; a number that is no group's is the code of a character from 10 on. */
    private String reference(String name, Map<String, List<Integer>> numbered) {
        List<Integer> java = numbered.getOrDefault(name, List.of());
        if (!java.isEmpty()) {
            // Something has to keep a digit behind it apart.
            return "(?:\\" + java.getLast() + ")";
        }
        if (!name.matches("[1-7][0-7]+.*")) {
            throw in.refused("it refers to a group \"%s\" that it does not have".formatted(name));
        }
        var octal = new RegexCursor(name);
        String code = RegexEscapes.literal(new RegexEscapes(octal).character());
        var rest = new StringBuilder(code);
        while (!octal.atEnd()) {
            rest.append(octal.next());
        }
        return rest.toString();
    }

    private void open() {
        if (outer.size() == DEEPEST) {
            throw in.refused("its groups are nested more than %d deep".formatted(DEEPEST));
        }
        if (in.take(COMMENT_GROUP).isPresent()) {
            return;
        }
        var letters = in.take(OPTIONS);
        if (letters.isPresent() && letters.get().group(3).equals(")")) {
            options = options.changed(letters.get());
            write("(?" + RegexOptions.forJava(letters.get()) + ")");
            repeatable = false;
            return;
        }
        outer.push(options);
        effort.open();
        repeatable = false;
        if (letters.isPresent()) {
            options = options.changed(letters.get());
            write("(?" + RegexOptions.forJava(letters.get()) + ":");
        } else {
            write(opening());
        }
    }

    private String opening() {
        if (in.take(UNSUPPORTED_GROUP).isPresent()) {
            throw in.refused("balancing groups and conditions are not supported");
        }
        var plain = in.take(PLAIN_GROUP);
        if (plain.isPresent()) {
            return "(" + plain.get().group();
        }
        var named = in.take(NAMED_GROUP);
        if (named.isPresent()) {
            groups.add(either(named.get()));
            return "(";
        }
        if (in.isNext('?')) {
            throw in.refused("it holds an unknown kind of group");
        }
        if (options.explicit()) {
            return "(?:";
        }
        groups.add();
        return "(";
    }

    private void close() {
        if (outer.isEmpty()) {
            throw in.refused("it closes a group that was not opened");
        }
        options = outer.pop();
        effort.close();
        write(")");
        repeatable = true;
    }

    /** A brace that holds no count is a plain one. */
    private void count() {
        in.back();
        var count = in.take(COUNT);
        if (count.isEmpty()) {
            in.next();
            atom("\\{");
            return;
        }
        String most = count.get().group(3) == null || count.get().group(3).isEmpty() ? count.get().group(1) : count.get().group(3);
        if (most.length() > 9) {
            throw in.refused("it repeats too often");
        }
        repeat(count.get().group(), Integer.parseInt(most));
    }

    private void repeat(String quantifier, int times) {
        if (!repeatable) {
            throw in.refused("there is nothing to repeat before " + quantifier);
        }
        if (!effort.repeat(times)) {
            throw in.refused("it repeats too often");
        }
        write(in.take("?") ? quantifier + "?" : quantifier);
        repeatable = false;
    }
}

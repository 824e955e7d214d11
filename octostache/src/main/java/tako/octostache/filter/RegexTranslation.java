package tako.octostache.filter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
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
    private static final int MOST_DIGITS = 9;
    private static final Pattern COUNT = Pattern.compile("\\{(?:[0-9]+,([0-9]+)|([0-9]+),?)\\}");
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*\\n?");
    private static final Pattern NUMBERED_REFERENCE = Pattern.compile("([1-9][0-9]{0,8})");
    private static final Pattern NAMED_REFERENCE = Pattern.compile("k(?:<(\\w+)>|'(\\w+)')");
    private static final Pattern ANCHOR = Pattern.compile("[bBAZzG]");

    private final RegexCursor in;
    private final RegexEscapes escapes;
    private final RegexClasses classes;
    private final RegexGroupReader groups;
    private final RegexEffort effort = new RegexEffort();
    private final RegexPieces pieces;
    private final Deque<RegexOptions> outer = new ArrayDeque<>();
    private RegexOptions options = RegexOptions.NONE;
    private boolean repeatable;

    RegexTranslation(String pattern) {
        this.in = new RegexCursor(pattern);
        this.escapes = new RegexEscapes(in);
        this.classes = new RegexClasses(in, escapes);
        this.groups = new RegexGroupReader(in);
        this.pieces = new RegexPieces(in);
        if (pattern.length() > LONGEST) {
            throw in.refused(String.format(Locale.ROOT, "it is longer than %d characters", LONGEST));
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
        Map<String, List<Integer>> numbered = groups.groups().numbered();
        return new Result(pieces.joined(numbered), numbered, effort.total());
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
                pieces.write("|");
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

    private void atom(String java) {
        pieces.write(java);
        effort.atom();
        repeatable = true;
    }

    private void escape() {
        var name = in.take(NUMBERED_REFERENCE).or(() -> in.take(NAMED_REFERENCE));
        if (name.isPresent()) {
            pieces.refer(RegexGroupReader.either(name.get()));
            effort.atom();
            repeatable = true;
            return;
        }
        var anchor = in.take(ANCHOR);
        String set = anchor.isPresent() ? "\\" + anchor.get().group() : escapes.set(false);
        atom(set.isEmpty() ? RegexEscapes.literal(escapes.character()) : set);
    }

    private void open() {
        if (outer.size() == DEEPEST) {
            throw in.refused(String.format(Locale.ROOT, "its groups are nested more than %d deep", DEEPEST));
        }
        if (groups.skipComment()) {
            return;
        }
        var letters = groups.options();
        if (letters.isPresent() && letters.get().group(3).equals(")")) {
            change(letters.get());
            return;
        }
        outer.push(options);
        effort.open();
        repeatable = false;
        letters.ifPresentOrElse(this::change, () -> pieces.write(groups.opening(options)));
    }

    private void change(Matcher letters) {
        options = options.changed(letters);
        pieces.write("(?" + RegexOptions.forJava(letters) + letters.group(3));
        repeatable = false;
    }

    private void close() {
        if (outer.isEmpty()) {
            throw in.refused("it closes a group that was not opened");
        }
        options = outer.pop();
        effort.close();
        pieces.write(")");
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
        String most = RegexGroupReader.either(count.get());
        repeat(count.get().group(), most.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(most));
    }

    private void repeat(String quantifier, int times) {
        if (!repeatable) {
            throw in.refused("there is nothing to repeat before " + quantifier);
        }
        if (!effort.repeat(times)) {
            throw in.refused("it repeats too often");
        }
        pieces.write(in.take("?") ? quantifier + "?" : quantifier);
        repeatable = false;
    }
}

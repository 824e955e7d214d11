package tako.octostache.filter;

import java.util.Locale;

/** A class of characters, {@code […]}: in .NET brackets and ampersands in it are plain, and one class is taken from another by {@code -[…]}. */
final class RegexClasses {
    private static final int DEEPEST = 20;

    private final RegexCursor in;
    private final RegexEscapes escapes;

    RegexClasses(RegexCursor in, RegexEscapes escapes) {
        this.in = in;
        this.escapes = escapes;
    }

    /** The class whose opening bracket has just been read. */
    String translate() {
        return translate(0);
    }

    private String translate(int depth) {
        if (depth > DEEPEST) {
            throw in.refused(String.format(Locale.ROOT, "its classes are nested more than %d deep", DEEPEST));
        }
        var members = new StringBuilder(in.take("^") ? "[^" : "[");
        boolean first = true;
        while (first || !in.take("]")) {
            if (!first && in.take("-[")) {
                String taken = translate(depth + 1);
                if (!in.take("]")) {
                    throw in.refused("a class that is taken away must come last");
                }
                return String.format(Locale.ROOT, "[%s]&&[^%s]]", members, taken);
            }
            members.append(member());
            first = false;
        }
        return members.append(']').toString();
    }

    private String member() {
        if (in.take("\\")) {
            String set = escapes.set(true);
            return set.isEmpty() ? range(in.take("b") ? '\b' : escapes.character()) : set;
        }
        return range(in.next());
    }

    /** The character, or the range that it begins. */
    private String range(char from) {
        if (!in.isNext('-')) {
            return RegexEscapes.literal(from);
        }
        in.next();
        if (in.isNext(']') || in.isNext('[')) {
            in.back();
            return RegexEscapes.literal(from);
        }
        return RegexEscapes.literal(from) + "-" + RegexEscapes.literal(end());
    }

    private char end() {
        char c = in.next();
        if (c != '\\') {
            return c;
        }
        return in.take("b") ? '\b' : escapes.character();
    }
}

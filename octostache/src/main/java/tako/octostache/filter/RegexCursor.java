package tako.octostache.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in a regular expression up to which it has been read. */
final class RegexCursor {
    private final String pattern;
    private int position;

    RegexCursor(String pattern) {
        this.pattern = pattern;
    }

    boolean atEnd() {
        return position == pattern.length();
    }

    char next() {
        if (atEnd()) {
            throw refused("it ends in the middle");
        }
        return pattern.charAt(position++);
    }

    void back() {
        position--;
    }

    boolean isNext(char c) {
        return !atEnd() && pattern.charAt(position) == c;
    }

    boolean take(String text) {
        boolean found = pattern.startsWith(text, position);
        position += found ? text.length() : 0;
        return found;
    }

    /** What the expression finds right here, if it does. */
    Optional<Matcher> take(Pattern expected) {
        Matcher matcher = expected.matcher(pattern).region(position, pattern.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher);
    }

    FilterRefused refused(String why) {
        return refused(pattern, String.format(Locale.ROOT, "%s, near character %d", why, position));
    }

    static FilterRefused refused(String pattern, String why) {
        return new FilterRefused(String.format(
                Locale.ROOT, "The regular expression \"%s\" cannot be used: %s.", Shortened.of(pattern), why));
    }
}

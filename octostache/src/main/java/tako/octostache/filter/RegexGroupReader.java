package tako.octostache.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what kind of group an opening parenthesis begins. */
final class RegexGroupReader {
    private static final Pattern OPTIONS = Pattern.compile("\\?([imnsx]*)-?([imnsx]*)([:)])");
    private static final Pattern PLAIN = Pattern.compile("\\?(?:[:=!>]|<[=!])");
    private static final Pattern NAMED = Pattern.compile("\\?(?:<(\\w+)>|'(\\w+)')");
    private static final Pattern COMMENT = Pattern.compile("\\?#[^)]*\\)");
    private static final Pattern UNSUPPORTED = Pattern.compile("\\?(?:[<'][\\w]*-|\\()");

    private final RegexCursor in;
    private final RegexGroups groups = new RegexGroups();

    RegexGroupReader(RegexCursor in) {
        this.in = in;
    }

    RegexGroups groups() {
        return groups;
    }

    boolean skipComment() {
        return in.take(COMMENT).isPresent();
    }

    /** Options by their letters; up to a colon for a group, up to the parenthesis for the rest of the group around. */
    Optional<Matcher> options() {
        return in.take(OPTIONS);
    }

    /** How the group begins in Java; one that is to be found again is counted. */
    String opening(RegexOptions options) {
        if (in.take(UNSUPPORTED).isPresent()) {
            throw in.refused("balancing groups and conditions are not supported");
        }
        var plain = in.take(PLAIN);
        if (plain.isPresent()) {
            return "(" + plain.get().group();
        }
        var named = in.take(NAMED);
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

    /** What stands in one of the two places for the same. */
    static String either(Matcher matcher) {
        return Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
    }
}

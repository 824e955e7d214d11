package tako.octostache.filter.markdown;

import java.util.List;

/**
 * A kind of emphasis beyond CommonMark's.
 *
 * @param sign what stands at both ends
 * @param length how often
 * @param tag what it is in HTML
 */
record MarkKind(char sign, int length, String tag) {
    static final List<MarkKind> ALL = List.of(
            new MarkKind('~', 2, "del"),
            new MarkKind('~', 1, "sub"),
            new MarkKind('^', 1, "sup"),
            new MarkKind('+', 2, "ins"),
            new MarkKind('=', 2, "mark"));
}

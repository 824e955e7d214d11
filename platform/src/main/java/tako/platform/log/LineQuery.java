package tako.platform.log;

import java.util.Optional;
import java.util.Set;

/**
 * Which lines of a log.
 *
 * @param node only lines of this node and of those below it
 * @param levels only these levels; empty for all
 * @param range which numbers
 * @param take how many lines at most
 */
public record LineQuery(Optional<String> node, Set<Level> levels, Range range, int take) {
    /** Which numbers, and from which end. */
    public sealed interface Range {
        /** Numbers greater than this, the lowest first. */
        record After(long number) implements Range {}

        /** The last ones, still in ascending order. */
        record Tail() implements Range {}
    }

    /** The last lines of the whole log. */
    public static LineQuery tail(int take) {
        return new LineQuery(Optional.empty(), Set.of(), new Range.Tail(), take);
    }

    /** The lines of the whole log behind a number. */
    public static LineQuery after(long number, int take) {
        return new LineQuery(Optional.empty(), Set.of(), new Range.After(number), take);
    }

    /** The same within a node. */
    public LineQuery in(String nodeId) {
        return new LineQuery(Optional.of(nodeId), levels, range, take);
    }
}

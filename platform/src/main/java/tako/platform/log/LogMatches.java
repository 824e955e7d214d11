package tako.platform.log;

import java.util.List;

/**
 * Where a text stands in a log.
 *
 * @param numbers numbers of matching lines, ascending
 * @param total how many of the query's node and levels match in all, whatever its range and take
 */
public record LogMatches(List<Long> numbers, long total) {}

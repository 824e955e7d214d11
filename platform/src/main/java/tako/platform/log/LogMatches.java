package tako.platform.log;

import java.util.List;

/**
 * Where a text stands in a log.
 *
 * @param numbers numbers of matching lines, ascending
 * @param total how many match in all
 */
public record LogMatches(List<Long> numbers, long total) {}

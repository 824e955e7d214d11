package tako.platform.log;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param number from 1 through the whole log, in the order of writing, without gaps
 * @param node the id of the node it stands in
 */
public record LogLine(long number, String node, Level level, Instant at, String text) {}

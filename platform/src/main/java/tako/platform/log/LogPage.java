package tako.platform.log;

import java.util.List;

/**
 * Some lines of a log.
 *
 * @param last the number of the log's last line, 0 for an empty log
 */
public record LogPage(List<LogLine> lines, long last) {}

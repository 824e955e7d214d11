package tako.server.infrastructure.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.log.LogLine;

/**
 * Whether a target or worker can be reached, as clients read it.
 *
 * @param status {@code Online}, {@code Offline}, {@code Unknown} or {@code Disabled}
 * @param lastChecked when the last check asked it; when it was changed last, if none did
 * @param logs what the last check wrote
 */
public record Connection(
        String machineId,
        String status,
        Instant lastChecked,
        String currentTentacleVersion,
        List<Line> logs,
        Map<String, String> links) {
    /** A line as clients read it. */
    public record Line(String category, Instant occurredAt, String messageText, Optional<String> detail, long number) {
        private static Line of(LogLine line) {
            return new Line(line.level().wireName(), line.at(), line.text(), Optional.empty(), line.number());
        }
    }

    /** @param self its address */
    public static Connection of(String machine, String status, Instant lastChecked, List<LogLine> lines, String self) {
        List<Line> logs = lines.stream().map(Line::of).toList();
        return new Connection(machine, status, lastChecked, "", logs, Map.of("Self", self));
    }
}

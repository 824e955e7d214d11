package tako.server.infrastructure.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.http.Principal;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.server.infrastructure.machine.HealthMembers;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;

/** Whether targets can be reached, as their last checks found. */
public final class Connections {
    private static final int LINES = 100;

    private final HealthParts parts;

    public Connections(HealthParts parts) {
        this.parts = parts;
    }

    /**
     * Whether a target can be reached, as clients read it.
     *
     * @param status {@code Online}, {@code Offline}, {@code Unknown} or {@code Disabled}
     * @param lastChecked when the last check asked it; when it was changed last, if none did
     * @param logs what the last check wrote, the last 100 lines
     */
    record Connection(
            String machineId,
            String status,
            Instant lastChecked,
            String currentTentacleVersion,
            List<Line> logs,
            Map<String, String> links) {}

    /** A line as clients read it. */
    record Line(String category, Instant occurredAt, String messageText, Optional<String> detail, long number) {
        static Line of(LogLine line) {
            return new Line(line.level().wireName(), line.at(), line.text(), Optional.empty(), line.number());
        }
    }

    /** @throws tako.platform.http.Problem 404 */
    Connection of(Principal who, String space, String idOrSlug) {
        Stored<Machine> target = parts.machines().get(who, space, idOrSlug);
        Optional<HealthRows.Last> last = parts.engine().database().read(view -> HealthRows.last(view, target.id()));
        return new Connection(
                target.id(),
                HealthMembers.status(target.value().isDisabled(), target.value().healthStatus()),
                last.map(HealthRows.Last::at).orElse(target.modifiedAt()),
                "",
                last.map(check -> lines(check.task(), target.id())).orElse(List.of()),
                Map.of("Self", "/api/" + target.space() + "/machines/" + target.id() + "/connection"));
    }

    private List<Line> lines(String task, String target) {
        return parts.logs().lines(task, LineQuery.tail(LINES).in(HealthLog.node(target))).lines().stream()
                .map(Line::of)
                .toList();
    }
}

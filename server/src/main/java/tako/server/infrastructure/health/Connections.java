package tako.server.infrastructure.health;

import java.util.List;
import java.util.Optional;
import tako.platform.http.Principal;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.server.infrastructure.machine.Connection;
import tako.server.infrastructure.machine.HealthMembers;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;

/** Whether targets can be reached, as their last checks found. */
public final class Connections {
    /** As many lines as are shown, the last ones. */
    private static final int LINES = 100;

    private final HealthParts parts;

    public Connections(HealthParts parts) {
        this.parts = parts;
    }

    /** @throws tako.platform.http.Problem 404 */
    Connection of(Principal who, String space, String idOrSlug) {
        Stored<Machine> target = parts.machines().get(who, space, idOrSlug);
        Optional<HealthRows.Last> last = parts.engine().database().read(view -> HealthRows.last(view, target.id()));
        return Connection.of(
                target.id(),
                HealthMembers.status(target.value().isDisabled(), target.value().healthStatus()),
                last.map(HealthRows.Last::at).orElse(target.modifiedAt()),
                last.map(check -> lines(check.task(), target.id())).orElse(List.of()),
                "/api/" + target.space() + "/machines/" + target.id() + "/connection");
    }

    private List<LogLine> lines(String task, String target) {
        return parts.logs()
                .lines(task, LineQuery.tail(LINES).in(HealthLog.node(target)))
                .lines();
    }
}

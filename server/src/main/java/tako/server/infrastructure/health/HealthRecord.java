package tako.server.infrastructure.health;

import java.util.Optional;
import tako.platform.database.Tx;
import tako.server.infrastructure.machine.HealthMembers;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetEvents;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Stores what checks have found: in the target, in the rows of checks, and as an event when it is news. */
final class HealthRecord {
    /** What became of a finding. */
    enum Kept {
        STORED,
        /** The target is reached in another way now: it must be asked again. */
        MOVED,
        /** There is no such target any more. */
        GONE
    }

    private final HealthParts parts;
    private final TargetEvents events;

    HealthRecord(HealthParts parts) {
        this.parts = parts;
        this.events = new TargetEvents(parts.engine().audit());
    }

    /** @param asked the target as it was when it was asked */
    Kept store(Tx tx, String task, Stored<Machine> asked, Finding finding) {
        Optional<Stored<Machine>> found = parts.machines().anywhere(tx, asked.id());
        if (found.isEmpty()) {
            return Kept.GONE;
        }
        Stored<Machine> target = found.get();
        if (!target.json().path("Endpoint").equals(asked.json().path("Endpoint"))) {
            return Kept.MOVED;
        }
        HealthRows.outcome(tx, task, target.id(), finding.health().wireName());
        HealthRows.checked(tx, target.id(), task, parts.engine().clock().instant());
        write(tx, target, finding);
        if (finding.health() != Health.HEALTHY) {
            parts.subjects().warned(tx, task);
        }
        return Kept.STORED;
    }

    private void write(Tx tx, Stored<Machine> target, Finding finding) {
        Machine before = target.value();
        boolean news = !before.healthStatus().equals(finding.health().wireName());
        if (news || !before.statusSummary().equals(finding.summary())) {
            ObjectNode json = target.json().deepCopy();
            HealthMembers.write(json, finding);
            parts.machines().observe(tx, target, json);
        }
        if (news) {
            events.found(tx, target, finding);
        }
    }
}

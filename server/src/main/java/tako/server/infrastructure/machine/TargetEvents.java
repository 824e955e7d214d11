package tako.server.infrastructure.machine;

import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.server.resource.AuditLog;
import tako.server.resource.Stored;
import tako.server.settings.server.SystemUser;

/** The events of targets beside those of their documents, in the words that clients filter by. */
public final class TargetEvents {
    private final AuditLog audit;

    public TargetEvents(AuditLog audit) {
        this.audit = audit;
    }

    void added(Tx tx, Principal who, Stored<Machine> target) {
        record(tx, who, "MachineAdded", target, " was added");
    }

    void deleted(Tx tx, Principal who, Stored<Machine> target) {
        record(tx, who, "MachineDeleted", target, " was deleted");
    }

    /** Tells of a change only when whether it takes part has changed. */
    void changed(Tx tx, Principal who, Stored<Machine> before, Stored<Machine> after) {
        if (before.value().isDisabled() && !after.value().isDisabled()) {
            record(tx, who, "MachineEnabled", after, " was enabled");
        }
        if (!before.value().isDisabled() && after.value().isDisabled()) {
            record(tx, who, "MachineDisabled", after, " was disabled");
        }
    }

    /** Tells what a check has found that was not so before. */
    public void found(Tx tx, Stored<Machine> target, TargetProbe.Finding finding) {
        category(finding.health())
                .ifPresent(category -> record(
                        tx,
                        SystemUser.PRINCIPAL,
                        category,
                        target,
                        " was found " + words(finding.health()) + ": " + finding.summary()));
    }

    private static Optional<String> category(Health health) {
        return switch (health) {
            case HEALTHY -> Optional.of("MachineHealthy");
            case HAS_WARNINGS -> Optional.of("MachineHasWarnings");
            case UNHEALTHY -> Optional.of("MachineUnhealthy");
            case UNAVAILABLE -> Optional.of("MachineUnavailable");
            case UNKNOWN -> Optional.empty();
        };
    }

    private static String words(Health health) {
        return switch (health) {
            case HEALTHY -> "healthy";
            case HAS_WARNINGS -> "healthy, with warnings";
            case UNHEALTHY -> "unhealthy";
            case UNAVAILABLE -> "unavailable";
            case UNKNOWN -> "in an unknown state";
        };
    }

    private void record(Tx tx, Principal who, String category, Stored<Machine> target, String what) {
        String message = "Machine " + target.value().name() + what;
        audit.record(
                tx,
                who,
                AuditLog.Entry.of(
                        category,
                        target.space(),
                        message,
                        Stream.concat(Stream.of(target.id()), target.value().environmentIds().stream())
                                .toList()));
    }
}

package tako.server.library.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.task.RecurringChore;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRun;
import tako.server.library.certificate.Expiry.Warning;
import tako.server.resource.AuditLog;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tako.server.settings.server.SystemUser;
import tako.server.settings.space.SpaceContents;

/** Looks every four hours which certificates end soon, and tells it by events, each once. */
public final class CertificateExpiryTask implements TaskHandler {
    /** The chore. */
    public static final RecurringChore CHORE = new RecurringChore("CertificateExpiry", Duration.ofHours(4));

    /** What is kept of a space's certificates beside their documents. */
    public static final SpaceContents SPACE_CONTENTS =
            SpaceContents.rows("delete from certificate_expiry where space_id = :space");

    private final Engine engine;
    private final Documents<Certificate> certificates;
    private final ExpiryRows rows = new ExpiryRows();

    public CertificateExpiryTask(Engine engine, Documents<Certificate> certificates) {
        this.engine = engine;
        this.certificates = certificates;
    }

    @Override
    public String kind() {
        return CHORE.name();
    }

    @Override
    public Slot slot() {
        return Slot.CHORE;
    }

    @Override
    public Set<Integer> formats() {
        return Set.of(RecurringChore.FORMAT);
    }

    @Override
    public TaskResult run(TaskRun run) {
        Instant now = engine.clock().instant();
        List<ExpiryRows.Row> near = engine.database().read(view -> rows.endingBefore(view, now.plus(Expiry.HORIZON)));
        for (ExpiryRows.Row row : near) {
            if (run.stopRequested()) {
                return new TaskResult.Canceled();
            }
            Expiry.due(row.notAfter(), now, row.given())
                    .ifPresent(warning -> run.change(tx -> warn(tx, row, warning, now)));
        }
        return new TaskResult.Succeeded();
    }

    private void warn(Tx tx, ExpiryRows.Row row, Warning warning, Instant now) {
        Optional<Stored<Certificate>> certificate = certificates.anywhere(tx, row.certificate());
        if (certificate.isEmpty()) {
            rows.forget(tx, row.certificate());
            return;
        }
        if (rows.claim(tx, row, warning)) {
            Stored<Certificate> stored = certificate.get();
            String message = Expiry.message(stored.value().name(), row.notAfter(), now);
            engine.audit()
                    .record(
                            tx,
                            SystemUser.PRINCIPAL,
                            AuditLog.Entry.of(warning.category(), stored.space(), message, List.of(stored.id())));
        }
    }
}

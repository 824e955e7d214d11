package tako.server.delivery.interruption;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.settings.server.SystemUser;

/**
 * Questions as runs see them. Whoever asks masks the secrets of the instructions before: they are stored and shown as they come.
 * None is open for ever, and none is ever decided by default as a consent.
 */
public final class Interruptions implements Questions {
    private final Engine engine;
    private final Duration usual;

    /** @param usual how long questions wait that do not say it themselves */
    public Interruptions(Engine engine, Duration usual) {
        this.engine = engine;
        this.usual = usual;
    }

    @Override
    public Asked ask(Tx tx, Asking asking) {
        return InterruptionRows.asked(tx, asking.key())
                .map(before -> new Asked(before.id(), before.times().deadline()))
                .orElseGet(() -> put(tx, asking));
    }

    private Asked put(Tx tx, Asking asking) {
        Instant now = now();
        Instant deadline = now.plus(asking.question().within().orElse(usual));
        String id = InterruptionChanges.insert(tx, asking, new Interruption.Times(now, deadline, Optional.empty()));
        List<String> regards = Stream.concat(Stream.of(id, asking.task()), asking.regards().stream())
                .toList();
        String message = "'" + asking.question().title() + "' waits for an answer in "
                + InterruptionRows.description(tx, asking.task());
        record(tx, "ManualInterventionInterruptionRaised", asking.space(), message, regards);
        InterruptionNotices.changed(engine, tx, asking.space(), id, asking.task());
        return new Asked(id, deadline);
    }

    @Override
    public Map<String, Decision> decisions(View view, Collection<String> ids) {
        return InterruptionRows.all(view, ids).stream()
                .flatMap(question -> question.decision().map(decision -> Map.entry(question.id(), decision)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void expire(Tx tx, Collection<String> ids) {
        Instant now = now();
        InterruptionRows.all(tx, ids).stream()
                .filter(question -> question.isOverdue(now))
                .forEach(question -> close(
                        tx,
                        question,
                        InterruptionState.EXPIRED,
                        "expired: nobody answered until "
                                + WrittenTime.of(question.times().deadline())));
    }

    @Override
    public void withdraw(Tx tx, String task) {
        InterruptionRows.pendingOf(tx, task)
                .forEach(question ->
                        close(tx, question, InterruptionState.WITHDRAWN, "was withdrawn, because its task has ended"));
    }

    private void close(Tx tx, Interruption question, InterruptionState to, String what) {
        if (!InterruptionChanges.close(tx, question.id(), to, now())) {
            return;
        }
        String space = question.about().space();
        String task = question.about().task();
        List<String> regards = Stream.concat(Stream.of(question.id()), question.about().regards().stream())
                .toList();
        String message = "'" + question.title() + "' of " + InterruptionRows.description(tx, task) + " " + what;
        record(tx, "Modified", space, message, regards);
        InterruptionNotices.changed(engine, tx, space, question.id(), task);
    }

    private void record(Tx tx, String category, String space, String message, List<String> regards) {
        engine.audit().record(tx, SystemUser.PRINCIPAL, AuditLog.Entry.of(category, space, message, regards));
    }

    /** To the millisecond, as it is stored. */
    private Instant now() {
        return Instant.ofEpochMilli(engine.clock().millis());
    }
}

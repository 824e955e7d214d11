package tako.server.infrastructure.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.log.Level;
import tako.platform.log.NodeStatus;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRun;
import tako.server.infrastructure.health.Inquiry.Answer;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;

/** One run of a health task: asks the targets that have no outcome yet, and stores each answer as it comes. */
final class HealthRun {
    /** The outcome of a target that takes no part. */
    private static final String DISABLED = "Disabled";

    private final TaskRun run;
    private final HealthParts parts;
    private final Probes probes;
    private final HealthLog log;
    private final HealthRecord record;
    private final List<Stored<Machine>> asked = new ArrayList<>();

    HealthRun(TaskRun run, HealthParts parts, Probes probes, HealthLog log) {
        this.run = run;
        this.parts = parts;
        this.probes = probes;
        this.log = log;
        this.record = new HealthRecord(parts);
    }

    TaskResult go(HealthLimits limits) throws InterruptedException {
        JsonNode payload = parts.engine().mapper().readTree(run.task().payload());
        log.begin(payload.path(HealthTasks.TITLE).asString(HealthTasks.KIND));
        if (run.task().attempt() > 1) {
            log.line(Level.INFO, "The server was interrupted. What was not yet checked is checked now.");
        }
        Checked targets = targets();
        try (Inquiry inquiry = new Inquiry(within(limits, payload), log)) {
            askAll(targets, inquiry);
            return end();
        } catch (InterruptedException stopped) {
            return stopped(stopped);
        }
    }

    private Checked targets() {
        return parts.engine().database().read(view -> Checked.of(view, parts.machines(), run.task()));
    }

    private static HealthLimits within(HealthLimits limits, JsonNode payload) {
        long seconds = payload.path(HealthTasks.BOUND_SECONDS).asLong(0);
        return seconds == 0 ? limits : new HealthLimits(Duration.ofSeconds(seconds), limits.together());
    }

    private void askAll(Checked targets, Inquiry inquiry) throws InterruptedException {
        targets.left().forEach(target -> ask(target, inquiry));
        while (!asked.isEmpty()) {
            Answer answer = inquiry.next();
            asked.removeIf(target -> target.id().equals(answer.target().id()));
            keep(answer.target(), answer.finding()).ifPresent(moved -> {
                log.line(moved, Level.INFO, "It was changed meanwhile and is asked again.");
                ask(moved, inquiry);
            });
            log.progress(targets.all() - asked.size(), targets.all());
        }
    }

    private void ask(Stored<Machine> target, Inquiry inquiry) {
        log.open(target);
        if (target.value().isDisabled()) {
            leaveOut(target);
            return;
        }
        Optional<Finding> known = probes.known(target.value());
        if (known.isPresent()) {
            keep(target, known.get()).ifPresent(moved -> ask(moved, inquiry));
            return;
        }
        asked.add(target);
        probes.of(target.value()).ifPresent(probe -> inquiry.ask(target, probe));
    }

    private void leaveOut(Stored<Machine> target) {
        log.line(target, Level.INFO, "It is disabled and takes no part.");
        log.close(target, NodeStatus.SKIPPED);
        run.change(tx -> HealthRows.outcome(tx, run.task().id(), target.id(), DISABLED));
    }

    /** Stores what was found, its log first; answers the target as it is now when it must be asked again. */
    private Optional<Stored<Machine>> keep(Stored<Machine> target, Finding finding) {
        log.found(target, finding);
        log.flush();
        HealthRecord.Kept kept = run.write(tx -> record.store(tx, run.task().id(), target, finding));
        return switch (kept) {
            case STORED, GONE -> Optional.empty();
            case MOVED ->
                parts.engine().database().read(view -> parts.machines().anywhere(view, target.id()));
        };
    }

    private TaskResult end() {
        Map<String, String> outcomes = targets().outcomes();
        if (outcomes.isEmpty()) {
            log.line(Level.INFO, "There is no deployment target to check.");
        }
        Optional<String> failure = HealthVerdict.failure(outcomes);
        failure.ifPresent(sentence -> log.line(Level.FATAL, sentence));
        log.end(failure.isPresent() ? NodeStatus.FAILED : NodeStatus.SUCCESS);
        return failure.<TaskResult>map(TaskResult.Failed::new).orElseGet(TaskResult.Succeeded::new);
    }

    /** Cancelled, the task ends; otherwise it goes on elsewhere or later. */
    private TaskResult stopped(InterruptedException why) throws InterruptedException {
        if (!run.cancelRequested()) {
            log.flush();
            throw why;
        }
        asked.forEach(target -> log.close(target, NodeStatus.CANCELED));
        log.line(Level.WARNING, "Cancelled. What was found until then is kept.");
        log.end(NodeStatus.CANCELED);
        return new TaskResult.Canceled();
    }
}

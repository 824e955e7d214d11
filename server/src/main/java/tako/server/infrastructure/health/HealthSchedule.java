package tako.server.infrastructure.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.platform.task.RecurringChore;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRun;
import tako.server.infrastructure.health.DueChecks.Candidate;
import tako.server.infrastructure.machine.MachinePolicy;
import tako.server.resource.Engine;

/** Each minute, queues checks of the targets whose machine policy says that it is time: one task for each thousand of a space. */
public final class HealthSchedule implements TaskHandler {
    /** To be queued when the server starts. */
    public static final RecurringChore CHORE = new RecurringChore("HealthSchedule", Duration.ofMinutes(1));

    private final Engine engine;
    private final TaskQueue queue;
    private final HealthTasks tasks;
    private final List<String> styles;

    /** @param probes only targets that these ask are asked again */
    public HealthSchedule(Engine engine, TaskQueue queue, HealthTasks tasks, Probes probes) {
        this.engine = engine;
        this.queue = queue;
        this.tasks = tasks;
        this.styles = probes.styles().stream().sorted().toList();
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
        Map<String, List<String>> due = engine.database().read(this::due);
        due.forEach((space, machines) -> queue(run, space, machines));
        run.change(tx -> queue.sweep(tx, CHORE));
        return new TaskResult.Succeeded();
    }

    private void queue(TaskRun run, String space, List<String> machines) {
        DueChecks.parts(machines).forEach(some -> run.change(tx -> tasks.queue(tx, space, some)));
    }

    /** The ids of targets that are due, by their spaces. */
    private Map<String, List<String>> due(View view) {
        if (styles.isEmpty()) {
            return Map.of();
        }
        List<Candidate> due = DueChecks.due(
                HealthRows.candidates(view, styles),
                intervals(view),
                engine.clock().instant());
        return due.stream()
                .collect(Collectors.groupingBy(
                        Candidate::space,
                        LinkedHashMap::new,
                        Collectors.mapping(Candidate::machine, Collectors.toList())));
    }

    private Map<String, Duration> intervals(View view) {
        Map<String, Duration> intervals = new LinkedHashMap<>();
        HealthRows.policies(view)
                .forEach((id, json) -> engine.mapper()
                        .readValue(json, MachinePolicy.class)
                        .checkInterval()
                        .ifPresent(interval -> intervals.put(id, interval)));
        return intervals;
    }
}

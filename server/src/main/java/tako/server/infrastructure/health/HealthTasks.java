package tako.server.infrastructure.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.platform.task.NewTask;
import tako.platform.task.TaskQueue;
import tako.server.infrastructure.health.HealthRows.Named;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetFollowers;
import tako.server.resource.Engine;
import tako.server.resource.Reference;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Queues the checks of targets. A target that a task is about to check is not given to another one. */
public final class HealthTasks implements TargetFollowers {
    /** The kind of the tasks. */
    public static final String KIND = "Health";
    /** What one who asks for a check needs in the space. */
    public static final String PERMISSION = "MachineView";

    static final int FORMAT = 1;
    /** The members of a task's payload. */
    static final String TITLE = "Title";

    static final String BOUND_SECONDS = "BoundSeconds";

    /** As many targets as a log names; which ones a task checks stands in rows of its own. */
    private static final int RELATED = 20;

    private final Engine engine;
    private final HealthSubjects subjects;
    private final TaskQueue queue;
    private final Probes probes;
    private final BiPredicate<View, String> stopped;

    /** @param stopped whether the task queue of a space is stopped */
    public HealthTasks(HealthParts parts, TaskQueue queue, Probes probes, BiPredicate<View, String> stopped) {
        this.engine = parts.engine();
        this.subjects = parts.subjects();
        this.queue = queue;
        this.probes = probes;
        this.stopped = stopped;
    }

    /** Queues a check of a target that can be asked and takes part. */
    @Override
    public void checkWanted(Tx tx, Stored<Machine> target) {
        Machine machine = target.value();
        boolean takesPart = !machine.isDisabled() && probes.known(machine).isEmpty();
        if (takesPart && !stopped.test(tx, target.space()) && !isPending(tx, target)) {
            Named named = new Named(target.id(), machine.name());
            String title = HealthTitle.of(List.of(named.name()), Optional.empty());
            queue(tx, target.space(), HealthRequest.of(List.of(target.id())), List.of(named), title);
        }
    }

    /** No task can be about to check a new target: nothing is read then that neighbours may be writing. */
    private static boolean isPending(View view, Stored<Machine> target) {
        return target.version() > 1
                && HealthRows.pendingTask(view, List.of(target.id())).isPresent();
    }

    @Override
    public void deleted(Tx tx, Stored<Machine> target) {
        HealthRows.forget(tx, target.id());
    }

    /** Queues one check of those of at most {@link HealthRequest#MOST} targets that no task is about to check; none while the space's queue is stopped. */
    void queue(Tx tx, String space, List<String> machines) {
        if (stopped.test(tx, space)) {
            return;
        }
        HealthRequest request = HealthRequest.of(machines);
        List<Named> free = HealthRows.free(tx, space, request);
        if (!free.isEmpty()) {
            queue(tx, space, request, free, HealthTitle.of(names(free), Optional.empty()));
        }
    }

    /**
     * Queues what somebody asks for whose permissions ({@link #PERMISSION}) were checked. A check of what is about to be checked anyway is that check.
     *
     * @param description what people are to read; "" for the usual
     * @param arguments {@code MachineIds}, {@code EnvironmentId}, {@code MachineTimeout}, {@code RestrictedTo}
     * @return the id of the task
     * @throws Problem 400 for what cannot be asked for
     */
    public String queue(Tx tx, String space, String description, ObjectNode arguments) {
        HealthRequest request = HealthRequest.of(arguments);
        List<String> problems = new ArrayList<>(HealthRequest.problems(arguments));
        if (stopped.test(tx, space)) {
            problems.add("The task queue of this space is stopped. Save the space with TaskQueueStopped: false first.");
        }
        if (request.machines().size() <= HealthRequest.MOST) {
            problems.addAll(engine.catalogue().missing(tx, space, references(request)));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        List<Named> free = HealthRows.free(tx, space, request);
        Optional<String> pending = free.isEmpty() && !request.machines().isEmpty()
                ? HealthRows.pendingTask(tx, request.machines())
                : Optional.empty();
        return pending.orElseGet(() -> {
            String usual = HealthTitle.of(names(free), environmentName(tx, request));
            return queue(tx, space, request, free, description.isBlank() ? usual : description);
        });
    }

    private static Stream<Reference> references(HealthRequest request) {
        return Stream.concat(
                Reference.from("Arguments.MachineIds", "Machines", request.machines()),
                Reference.from(
                        "Arguments.EnvironmentId",
                        "Environments",
                        request.environment().orElse("")));
    }

    private Optional<String> environmentName(View view, HealthRequest request) {
        return request.environment()
                .flatMap(id -> engine.catalogue()
                        .kindOf(id)
                        .flatMap(kind -> engine.catalogue().names(view, kind, List.of(id)).values().stream()
                                .findFirst()));
    }

    private String queue(Tx tx, String space, HealthRequest request, List<Named> targets, String title) {
        ObjectNode payload = engine.mapper().createObjectNode().put(TITLE, title);
        request.bound().ifPresent(bound -> payload.put(BOUND_SECONDS, bound.toSeconds()));
        String task = queue.enqueue(
                tx,
                new NewTask(
                        KIND,
                        space,
                        FORMAT,
                        payload.toString(),
                        0,
                        engine.clock().instant(),
                        Optional.empty(),
                        List.of()));
        HealthRows.insert(tx, task, targets);
        String environment = request.environment().orElse("");
        List<String> related = Stream.concat(
                        targets.stream().map(Named::id).limit(RELATED),
                        Stream.of(environment).filter(id -> !id.isEmpty()))
                .toList();
        subjects.record(tx, task, new HealthSubjects.Subject(title, request.arguments(), environment, related));
        return task;
    }

    private static List<String> names(List<Named> targets) {
        return targets.stream().map(Named::name).toList();
    }
}

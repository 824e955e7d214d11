package tako.platform.task;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tako.platform.database.Tx;
import tako.platform.task.TaskMoves.Mover;

/** Ends, parks and gives back tasks, with all that belongs to it: locks, listeners, the next of a recurring task. */
final class TaskEnds {
    /** A run to be ended: which task, under which fence, how. */
    record Ending(String id, long epoch, RunEnd end) {}

    private final TaskStore store;
    private final InstantSource clock;
    private final TaskLimits limits;
    private final Map<String, TaskEndListener> listeners;

    TaskEnds(TaskStore store, InstantSource clock, TaskLimits limits, Map<String, TaskEndListener> listeners) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
        this.listeners = Map.copyOf(listeners);
    }

    /** The same without listeners. */
    TaskEnds silent() {
        return new TaskEnds(store, clock, limits, Map.of());
    }

    /** Makes the endings whose run still owns its task; answers the ids of the others. */
    Set<String> end(Tx tx, Collection<Ending> endings) {
        Map<String, Ending> byId = endings.stream().collect(Collectors.toMap(Ending::id, Function.identity()));
        return move(
                tx,
                byId.keySet(),
                Mover.ENGINE,
                row -> Optional.ofNullable(byId.get(row.id()))
                        .filter(ending -> ending.epoch() == row.epoch())
                        .flatMap(ending -> after(row, ending.end())));
    }

    /** What a running task becomes by an end; empty for one that does not run. */
    Optional<Next> after(HeldRow row, RunEnd end) {
        return RunEnd.next(row, end, limits.maxLosses(), clock.millis());
    }

    /** Queues again what ran on this home before; only where no other process can run. */
    void resume(Tx tx) {
        List<String> ids = store.leases().running(tx).stream().map(Running::id).toList();
        move(tx, ids, Mover.ENGINE, row -> after(row, new RunEnd.NodeLost()));
    }

    /**
     * Moves tasks to what is decided for each as it stands now.
     *
     * @return the ids of those that are gone or for which nothing was decided
     */
    Set<String> move(Tx tx, Collection<String> ids, Mover mover, Function<HeldRow, Optional<Next>> decide) {
        Set<String> left = new HashSet<>(ids);
        List<Step> steps = new ArrayList<>();
        for (HeldRow row : store.rows().hold(tx, ids)) {
            decide.apply(row).ifPresent(next -> {
                steps.add(new Step(row, next));
                left.remove(row.id());
            });
        }
        steps.forEach(step -> TaskMoves.require(step.row().state(), step.next().to(), mover));
        store.rows().move(tx, steps);
        follow(tx, steps);
        return left;
    }

    private void follow(Tx tx, List<Step> steps) {
        List<String> ended = ids(steps, Step::ends);
        boolean released = store.locks().release(tx, ids(steps, Step::releases));
        ids(steps, step -> step.ends() && step.row().recurs())
                .forEach(id -> store.chores().repeat(tx, id, clock.millis()));
        store.locks().forget(tx, ended);
        tell(
                tx,
                ids(
                        steps,
                        step -> step.ends() && listeners.containsKey(step.row().kind())));
        if (released || steps.stream().anyMatch(Step::queues)) {
            tx.hint(TaskHints.CLAIM);
        }
    }

    private static List<String> ids(List<Step> steps, Predicate<Step> which) {
        return steps.stream().filter(which).map(step -> step.row().id()).toList();
    }

    /** Tells the listeners of the kinds of these tasks, which have ended. */
    void tell(Tx tx, Collection<String> ids) {
        for (TaskRow task : store.rows().find(tx, ids)) {
            Optional.ofNullable(listeners.get(task.kind())).ifPresent(listener -> listener.ended(tx, task));
        }
    }
}

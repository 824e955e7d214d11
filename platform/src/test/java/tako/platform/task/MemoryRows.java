package tako.platform.task;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.Tx;

/** The tables of the queue in memory. */
final class MemoryRows {
    /** Who holds a lock, and under which epoch. */
    record Lock(LockHolder holder, long epoch) {}

    /** The order in which tasks are claimed. */
    static final Comparator<MemoryTask> LINE = Comparator.<MemoryTask>comparingInt(task -> -task.priority)
            .thenComparingLong(task -> task.runAfter)
            .thenComparingLong(task -> task.number);

    static final Comparator<MemoryTask> AGE = Comparator.comparingLong(task -> task.number);

    final MemoryTable<String, MemoryTask> tasks = new MemoryTable<>();
    final MemoryTable<String, List<String>> needs = new MemoryTable<>();
    final MemoryTable<String, Lock> locks = new MemoryTable<>();

    Stream<MemoryTask> those(Predicate<MemoryTask> which) {
        return tasks.all().stream().filter(which);
    }

    /** Changes a task if it is there and as expected; whether it was. */
    boolean change(Tx tx, String id, Predicate<MemoryTask> expected, Consumer<MemoryTask> change) {
        Optional<MemoryTask> found = tasks.find(id).filter(expected);
        found.ifPresent(task -> {
            MemoryTask copy = task.copy();
            change.accept(copy);
            tasks.put(tx, id, copy);
        });
        return found.isPresent();
    }

    List<String> needs(String task) {
        return needs.find(task).orElse(List.of());
    }

    Set<String> heldBy(String task) {
        return locks.all().stream()
                .map(Lock::holder)
                .filter(holder -> holder.task().equals(task))
                .map(LockHolder::name)
                .collect(Collectors.toSet());
    }

    /** Whether another task holds a lock that this one needs. */
    boolean blocked(MemoryTask task) {
        return needs(task.id).stream()
                .anyMatch(name -> locks.find(name)
                        .filter(lock -> !lock.holder().task().equals(task.id))
                        .isPresent());
    }

    TaskFacts facts(MemoryTask task) {
        return new TaskFacts(
                task.id,
                task.state.name(),
                task.node,
                task.epoch,
                task.startedAt.isPresent(),
                task.cancelRequestedAt.isPresent(),
                task.cancelDeadline.isPresent(),
                task.waitingFor,
                task.wakeAt.isPresent(),
                task.endedAt.isPresent(),
                heldBy(task.id),
                Set.copyOf(needs(task.id)));
    }
}

package tako.platform.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

    List<MemoryTask> those(Predicate<MemoryTask> which) {
        List<MemoryTask> those = new ArrayList<>();
        for (MemoryTask task : tasks.all()) {
            if (which.test(task)) {
                those.add(task);
            }
        }
        return those;
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
        Set<String> names = new HashSet<>();
        for (Lock lock : locks.all()) {
            if (lock.holder().task().equals(task)) {
                names.add(lock.holder().name());
            }
        }
        return names;
    }

    /** Whether another task holds a lock that this one needs. */
    boolean blocked(MemoryTask task) {
        for (String name : needs(task.id)) {
            Optional<Lock> lock = locks.find(name);
            if (lock.isPresent() && !lock.get().holder().task().equals(task.id)) {
                return true;
            }
        }
        return false;
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

package tako.platform.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.task.TaskMoves.Mover;

/**
 * Looks at what runs on any node: tells this node's runs of cancel and loss, takes over from nodes that are gone, and ends
 * what did not stop in time after cancel was asked.
 */
final class TaskWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TaskWatch.class);

    private final Database database;
    private final TaskStore.Leases rows;
    private final TaskEnds ends;
    private final OwnedTasks owned;
    private final TaskClock clock;
    private final TaskTimings timings;
    private final Sightings<Lease> leases;
    private final Sightings<Long> cancels;

    TaskWatch(Database database, TaskQueue queue, OwnedTasks owned, TaskClock clock, TaskTimings timings) {
        this.database = database;
        this.rows = queue.store().leases();
        this.ends = queue.ends();
        this.owned = owned;
        this.clock = clock;
        this.timings = timings;
        this.leases = new Sightings<>(timings.poll().multipliedBy(3));
        this.cancels = new Sightings<>(timings.poll().multipliedBy(3));
    }

    /** One look, and what follows from it. */
    void look() {
        List<OwnedTask> mine = owned.all();
        long asked = clock.now();
        List<Running> running = database.read(rows::running);
        long answered = clock.now();
        tell(mine, running);
        abandon(overdue(running, asked, answered));
        takeOver(silent(running, asked, answered));
    }

    private static void tell(List<OwnedTask> mine, List<Running> running) {
        Map<String, Running> byId = running.stream().collect(Collectors.toMap(Running::id, Function.identity()));
        for (OwnedTask one : mine) {
            Optional<Running> row = Optional.ofNullable(byId.get(one.task().id()))
                    .filter(found -> found.lease().epoch() == one.task().epoch());
            if (row.isEmpty()) {
                one.stop(OwnedTask.Stop.LOST);
            } else if (row.get().state() == TaskState.CANCELLING) {
                one.stop(OwnedTask.Stop.CANCEL);
            }
        }
    }

    private List<Running> overdue(List<Running> running, long asked, long answered) {
        Map<String, Long> cancelling = running.stream()
                .filter(row -> row.state() == TaskState.CANCELLING)
                .collect(Collectors.toMap(Running::id, row -> row.lease().epoch()));
        Map<String, Long> ages = cancels.look(cancelling, asked, answered);
        return running.stream()
                .filter(row -> ages.getOrDefault(row.id(), -1L) >= row.grace().toNanos())
                .toList();
    }

    private void abandon(List<Running> overdue) {
        for (Running row : release(overdue, new RunEnd.Abandoned())) {
            LOG.warn("Task {} did not stop in time after cancel was asked, and was ended", row.id());
            owned.find(row.id(), row.lease().epoch()).ifPresent(mine -> mine.stop(OwnedTask.Stop.LOST));
        }
    }

    private List<Running> silent(List<Running> running, long asked, long answered) {
        Map<String, Lease> others = running.stream()
                .filter(row -> owned.find(row.id(), row.lease().epoch()).isEmpty())
                .collect(Collectors.toMap(Running::id, Running::lease));
        Map<String, Long> ages = leases.look(others, asked, answered);
        return running.stream()
                .filter(row -> ages.getOrDefault(row.id(), -1L)
                        >= timings.takeOverAfter().toNanos())
                .toList();
    }

    private void takeOver(List<Running> silent) {
        for (Running row : release(silent, new RunEnd.NodeLost())) {
            LOG.warn("Task {} was taken over from node {}, which gave no sign of life", row.id(), row.node());
        }
    }

    /** Ends the hold of their node on these tasks, unless it beat meanwhile; answers those for which it was done. */
    private List<Running> release(Collection<Running> rows, RunEnd how) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Running> seen = rows.stream().collect(Collectors.toMap(Running::id, Function.identity()));
        Set<String> left = database.write(tx -> ends.move(
                tx,
                seen.keySet(),
                Mover.ENGINE,
                row -> Optional.ofNullable(seen.get(row.id()))
                        .filter(was -> still(was.lease(), row, how))
                        .flatMap(was -> ends.after(row, how))));
        return rows.stream().filter(row -> !left.contains(row.id())).toList();
    }

    private static boolean still(Lease seen, HeldRow row, RunEnd how) {
        boolean beatMatters = how instanceof RunEnd.NodeLost;
        return seen.epoch() == row.epoch() && (seen.beat() == row.beat() || !beatMatters);
    }
}

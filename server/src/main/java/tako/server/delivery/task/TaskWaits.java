package tako.server.delivery.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.platform.task.LockHolder;
import tako.platform.task.QueuePosition;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;

/** Says what tasks wait for, and behind whom. */
final class TaskWaits {
    private static final Pattern TASK = Pattern.compile("ServerTasks-\\d+");

    private final TaskQueue queue;
    private final TaskLists lists;

    TaskWaits(TaskQueue queue, TaskLists lists) {
        this.queue = queue;
        this.lists = lists;
    }

    /** The spaces of the tasks that a task waits for. */
    Set<String> spaces(View view, TaskRow task) {
        return others(view, task).stream().map(TaskRow::space).collect(Collectors.toSet());
    }

    private List<TaskRow> others(View view, TaskRow task) {
        return task.state() == TaskState.PARKED
                ? TASK.matcher(task.waitingFor())
                        .results()
                        .flatMap(id -> queue.find(view, id.group()).stream())
                        .toList()
                : behind(view, task);
    }

    /** The tasks that share a lock with a queued task and go before it. */
    List<TaskRow> behind(View view, TaskRow task) {
        return queue.queuedBehind(view, task.id()).map(QueuePosition::behind).orElse(List.of());
    }

    /**
     * What a task waits for, each a sentence; empty when it waits for nothing.
     *
     * @param seen the spaces of which whoever asks may see tasks; of other tasks it is only told that there is one
     */
    List<String> sentences(View view, ListedTask listed, Set<String> seen, Instant now) {
        TaskRow task = listed.task();
        if (listed.asks()) {
            return listed.pending().stream().map(PendingQuestion::sentence).toList();
        }
        if (task.state() == TaskState.PARKED) {
            return List.of(parked(view, task, seen));
        }
        return queue.queuedBehind(view, task.id())
                .map(position -> queued(view, task, position, seen, now))
                .orElse(List.of());
    }

    private String parked(View view, TaskRow task, Set<String> seen) {
        return "Waits for "
                + TASK.matcher(task.waitingFor())
                        .replaceAll(id -> Matcher.quoteReplacement(named(view, id.group(), seen)))
                + ".";
    }

    private String named(View view, String task, Set<String> seen) {
        return queue.find(view, task)
                .map(row -> named(lists.with(view, List.of(row)).getFirst(), seen))
                .orElse(task);
    }

    private static String named(ListedTask task, Set<String> seen) {
        return seen.contains(task.task().space()) ? task.named() : "a task of another space";
    }

    private List<String> queued(View view, TaskRow task, QueuePosition position, Set<String> seen, Instant now) {
        if (task.runAfter().isAfter(now)) {
            return List.of("Waits for its time, " + HumanTime.of(task.runAfter()) + ".");
        }
        Map<String, List<String>> held = new LinkedHashMap<>();
        for (LockHolder holder : position.heldLocks()) {
            held.computeIfAbsent(holder.task(), id -> new ArrayList<>()).add(holder.name());
        }
        List<String> sentences = new ArrayList<>();
        for (ListedTask before : lists.with(view, position.behind())) {
            List<String> locks = held.getOrDefault(before.task().id(), List.of());
            sentences.add(
                    locks.isEmpty()
                            ? "Goes after " + named(before, seen) + ", which needs the same and was first."
                            : "Waits for " + named(before, seen) + ", which " + held(locks) + ".");
        }
        return sentences.isEmpty() ? List.of(slot(position)) : List.copyOf(sentences);
    }

    private static String held(List<String> locks) {
        return locks.stream().map(LockNames::held).distinct().collect(Collectors.joining(", and "));
    }

    private static String slot(QueuePosition position) {
        return "Waits for a free slot; "
                + switch ((int) Math.min(position.ahead(), 2)) {
                    case 0 -> "it is next.";
                    case 1 -> "one task goes before it.";
                    default -> position.ahead() + " tasks go before it.";
                };
    }
}

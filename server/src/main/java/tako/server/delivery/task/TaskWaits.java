package tako.server.delivery.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** What a task waits for, each a sentence; empty when it waits for nothing. */
    List<String> sentences(View view, ListedTask listed, Instant now) {
        TaskRow task = listed.task();
        if (listed.asks()) {
            return listed.pending().stream().map(PendingQuestion::sentence).toList();
        }
        if (task.state() == TaskState.PARKED) {
            return List.of(parked(view, task));
        }
        return queue.queuedBehind(view, task.id())
                .map(position -> queued(view, task, position, now))
                .orElse(List.of());
    }

    private String parked(View view, TaskRow task) {
        return "Waits for "
                + TASK.matcher(task.waitingFor()).replaceAll(id -> Matcher.quoteReplacement(named(view, id.group())))
                + ".";
    }

    private String named(View view, String task) {
        return queue.find(view, task)
                .map(row -> lists.with(view, List.of(row)).getFirst().named())
                .orElse(task);
    }

    private List<String> queued(View view, TaskRow task, QueuePosition position, Instant now) {
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
                            ? "Goes after " + before.named() + ", which needs the same and was first."
                            : "Waits for " + before.named() + ", which holds " + String.join(", ", locks) + ".");
        }
        return sentences.isEmpty() ? List.of(slot(position)) : List.copyOf(sentences);
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

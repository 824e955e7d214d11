package tako.server.delivery.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.log.Level;
import tako.platform.log.LogFenced;
import tako.platform.log.LogNode;
import tako.platform.log.LogStore;
import tako.platform.log.LogUnavailable;
import tako.platform.log.LogWriter;
import tako.platform.log.NodeStatus;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskLost;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;
import tako.platform.task.TaskState;

/**
 * Closes the log of a task that ended without its run: its last line, and what stood open in its tree. A run that had closed its log, and
 * whose task ended otherwise before it could say so, gets the last line too. Repeating it changes nothing. When it is done it removes
 * itself: it would only be in the way of people who look for tasks.
 */
public final class CloseRun implements TaskHandler {
    static final String KIND = "CloseRun";
    static final int FORMAT = 1;

    /** Until it tries again to write a log that could not be written. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private static final String PREFIX = "{\"Task\":\"";
    private static final String SUFFIX = "\"}";

    private final Database database;
    private final LogStore logs;
    private final TaskQueue queue;
    private final InstantSource clock;

    public CloseRun(RunParts.Stores stores, TaskQueue queue, InstantSource clock) {
        this.clock = clock;
        this.database = stores.database();
        this.logs = stores.logs();
        this.queue = queue;
    }

    /** Names the task whose log is to be closed; its id needs no escapes. */
    static String payload(String task) {
        return PREFIX + task + SUFFIX;
    }

    private static String task(String payload) {
        return payload.substring(PREFIX.length(), payload.length() - SUFFIX.length());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Slot slot() {
        return Slot.CHORE;
    }

    @Override
    public Set<Integer> formats() {
        return Set.of(FORMAT);
    }

    @Override
    public TaskResult run(TaskRun run) {
        String id = task(run.task().payload());
        Optional<TaskRow> ended = database.read(view -> queue.find(view, id))
                .filter(task -> task.state().ended());
        try {
            ended.ifPresent(task -> close(task, run.task().epoch()));
        } catch (LogFenced newer) {
            throw new TaskLost(run.task().id());
        } catch (LogUnavailable unavailable) {
            return new TaskResult.Parked(
                    "the log of " + id, Optional.of(clock.instant().plus(AGAIN)), false);
        }
        run.change(tx -> forget(tx, run.task().id()));
        return new TaskResult.Succeeded();
    }

    /** Its end then finds no row, which is as good. */
    private static void forget(Tx tx, String id) {
        tx.update("delete from task where id = :id").bind("id", id).execute();
    }

    /** The task is claimed no more, so that each claim of this one is above every epoch in which the task itself has written. */
    private void close(TaskRow task, long claim) {
        List<LogNode> tree = logs.tree(task.id());
        List<LogNode> open = tree.stream()
                .filter(node -> node.status() == NodeStatus.RUNNING || node.status() == NodeStatus.PENDING)
                .toList();
        boolean otherwise = tree.stream()
                .filter(node -> node.id().equals(RunLog.ROOT))
                .anyMatch(root -> open.contains(root) || isWrong(root, task));
        if (open.isEmpty() && !otherwise) {
            return;
        }
        try (LogWriter writer = logs.writer(task.id(), task.epoch() + claim)) {
            open.reversed().stream()
                    .filter(node -> !node.id().equals(RunLog.ROOT))
                    .forEach(node -> writer.close(node.id(), status(task)));
            if (otherwise) {
                writer.line(RunLog.ROOT, level(task), lastLine(task));
                writer.close(RunLog.ROOT, status(task));
            }
            writer.flush();
        }
    }

    /** A cancel may come when a run has closed its log. Only that: an end that a person has changed stays as the log tells it. */
    private static boolean isWrong(LogNode root, TaskRow task) {
        return task.state() == TaskState.CANCELED && root.status() != NodeStatus.CANCELED;
    }

    private static Level level(TaskRow task) {
        return task.state() == TaskState.FAILED ? Level.FATAL : Level.WARNING;
    }

    private static String lastLine(TaskRow task) {
        if (task.state() == TaskState.FAILED) {
            return task.reason();
        }
        return RunClosing.CANCELLED + (task.reason().isEmpty() ? "" : " " + task.reason());
    }

    private static NodeStatus status(TaskRow task) {
        return task.state() == TaskState.FAILED ? NodeStatus.FAILED : NodeStatus.CANCELED;
    }
}

package tako.platform.task;

import static tako.platform.task.TaskMoves.Mover.ENGINE;
import static tako.platform.task.TaskMoves.Mover.PERSON;
import static tako.platform.task.TaskState.CANCELED;
import static tako.platform.task.TaskState.CANCELLING;
import static tako.platform.task.TaskState.EXECUTING;
import static tako.platform.task.TaskState.FAILED;
import static tako.platform.task.TaskState.PARKED;
import static tako.platform.task.TaskState.QUEUED;
import static tako.platform.task.TaskState.SUCCESS;
import static tako.platform.task.TaskState.TIMED_OUT;

import java.util.List;

/** The one table of allowed moves between the states of a task, and who may make them. */
public final class TaskMoves {
    /** Who moves a task. */
    public enum Mover {
        /** The queue itself. */
        ENGINE,
        /** Somebody who asked for it. */
        PERSON
    }

    /** One allowed move. */
    public record Move(TaskState from, TaskState to, Mover mover, String why) {}

    /** All moves there are. */
    public static final List<Move> ALLOWED = List.of(
            new Move(QUEUED, EXECUTING, ENGINE, "a node claimed it"),
            new Move(QUEUED, TIMED_OUT, ENGINE, "it was not started in time"),
            new Move(QUEUED, CANCELED, PERSON, "cancelled before it ran"),
            new Move(EXECUTING, SUCCESS, ENGINE, "the run succeeded"),
            new Move(EXECUTING, FAILED, ENGINE, "the run failed, or its node was lost too often"),
            new Move(EXECUTING, CANCELED, ENGINE, "the run stopped by itself"),
            new Move(EXECUTING, PARKED, ENGINE, "the run waits"),
            new Move(EXECUTING, QUEUED, ENGINE, "its node gave it back or was lost"),
            new Move(EXECUTING, CANCELLING, PERSON, "cancel was asked"),
            new Move(CANCELLING, CANCELED, ENGINE, "the run stopped, or its time to stop was over"),
            new Move(PARKED, QUEUED, ENGINE, "what it waited for came"),
            new Move(PARKED, CANCELED, PERSON, "cancelled while it waited"),
            new Move(SUCCESS, FAILED, PERSON, "changed by hand, with a reason"),
            new Move(FAILED, SUCCESS, PERSON, "changed by hand, with a reason"));

    private TaskMoves() {}

    /** Whether the table has this move. */
    public static boolean allowed(TaskState from, TaskState to, Mover mover) {
        return ALLOWED.stream().anyMatch(move -> move.from() == from && move.to() == to && move.mover() == mover);
    }

    static void require(TaskState from, TaskState to, Mover mover) {
        if (!allowed(from, to, mover)) {
            throw new IllegalStateException("The " + mover + " may not move a task from " + from + " to " + to);
        }
    }
}

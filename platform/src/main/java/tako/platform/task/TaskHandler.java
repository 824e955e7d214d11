package tako.platform.task;

import java.util.Set;

/** Runs tasks of one kind. One instance serves all; state lives in the row and in what the handler writes through {@link TaskRun}. */
public interface TaskHandler {
    /** The kind this handler runs. */
    String kind();

    /** Which slots its tasks take: {@link Slot#CHORE} tasks are never starved by long {@link Slot#WORK}. */
    Slot slot();

    /** The payload formats it can read. */
    Set<Integer> formats();

    /**
     * Runs the task from wherever its rows say it stands: a task may be started again after a crash or a wake-up.
     * Returning ends or parks it. An exception ends it as Failed with the exception's message. Interruption means cancel or
     * shutdown: stop effects and throw.
     */
    TaskResult run(TaskRun run) throws InterruptedException;

    /** The slots a node has. */
    enum Slot {
        WORK,
        CHORE
    }
}

package tako.platform.task;

import java.util.function.Consumer;
import java.util.function.Function;
import tako.platform.database.Tx;

/** One run of a task on the node that owns it. */
public interface TaskRun {
    /** The task as it was claimed. */
    TaskRow task();

    /** Whether a person asked to cancel, or the node lost the task: long work asks this between steps. */
    boolean stopRequested();

    /** Whether a person asked to cancel. */
    boolean cancelRequested();

    /**
     * A checkpoint: a write that commits only while this run still owns the task.
     *
     * @throws TaskLost when another node has taken the task over or it has ended; stop at once
     */
    <T> T write(Function<Tx, T> change);

    /** {@link #write} without a result. */
    default void change(Consumer<Tx> change) {
        write(tx -> {
            change.accept(tx);
            return true;
        });
    }
}

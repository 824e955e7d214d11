package tako.server.delivery.run;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.task.TaskRow;

/** A kind of documents that runs belong to: how its tasks say what to run, and what is to be known of their way. */
public interface RunSource {
    /** The kind of its tasks: {@code Deploy}. */
    String taskKind();

    /** What a task is to run. */
    RunSpec spec(View view, TaskRow task);

    /**
     * Why a run may not begin although it was queued (blocked, disabled, in maintenance), each a sentence; judged once, before its first
     * item. Empty when it may.
     */
    List<String> refusals(View view, TaskRow task);

    /** Told in the checkpoint that begins a run for the first time. */
    void started(Tx tx, TaskRow task);
}

package tako.server.delivery.run;

import java.time.InstantSource;
import java.util.List;
import tako.platform.database.Tx;
import tako.platform.task.TaskRow;

/** The first checkpoint of a run. */
final class RunBeginning {
    private RunBeginning() {}

    /** Begins a run that has not begun, if it may; answers why it may not. A run that has begun is not judged again. */
    static List<String> begin(Tx tx, TaskRow task, RunSource source, InstantSource clock) {
        if (RunRows.begun(tx, task.id())) {
            return List.of();
        }
        List<String> refusals = source.refusals(tx, task);
        if (refusals.isEmpty()) {
            RunRows.begin(tx, task.id(), clock.millis());
            source.started(tx, task);
        }
        return refusals;
    }
}

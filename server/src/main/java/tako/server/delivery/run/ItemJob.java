package tako.server.delivery.run;

import java.util.List;
import tako.platform.log.Masking;
import tako.platform.task.TaskRun;

/**
 * One attempt of one item, with what it needs.
 *
 * @param states how far the run was when the item started
 * @param outputs what actions had set by then
 * @param attach whether it goes on with an execution that an interrupted server has left
 */
record ItemJob(
        Session session, PlannedStep step, Item item, RunStates states, List<RunOutput> outputs, boolean attach) {
    /** What all items of a run share. */
    record Session(TaskRun run, LoadedRun loaded, RunParts parts, Checkpoints checkpoints, RunLog log, Masking mask) {}

    PlannedAction action() {
        return step.actions().get(item.id().action());
    }

    TaskRun run() {
        return session.run();
    }

    RunParts parts() {
        return session.parts();
    }

    Checkpoints checkpoints() {
        return session.checkpoints();
    }

    Masking mask() {
        return session.mask();
    }
}

package tako.platform.task;

/** This run no longer owns its task: a fenced write found another epoch or an ended state. */
public final class TaskLost extends RuntimeException {
    public TaskLost(String taskId) {
        super("Task " + taskId + " is no longer owned by this run");
    }
}

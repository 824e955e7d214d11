package tako.server.delivery.task;

import tako.platform.task.TaskRow;

/**
 * A task with what it is about.
 *
 * @param warned whether its log has warnings or errors
 */
record ListedTask(TaskRow task, TaskSubject subject, boolean warned) {
    /** Whether it waits for a person. */
    boolean pendingInterruption() {
        return task.waitingFor().startsWith("Interruptions-");
    }
}

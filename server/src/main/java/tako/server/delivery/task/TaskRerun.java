package tako.server.delivery.task;

import tako.platform.http.Principal;
import tako.platform.task.TaskRow;

/** How tasks of a kind are run again: by a new one, never by the old. Features that know what the task was for provide it. */
@FunctionalInterface
public interface TaskRerun {
    /**
     * Queues what a task that has ended did, judged anew.
     *
     * @return the id of the new task
     * @throws tako.platform.http.Problem 403 without the permission to do it, 400 with every reason against it
     */
    String again(Principal who, TaskRow ended);
}

package tako.server.delivery.run;

import java.util.Collection;
import tako.platform.database.Tx;
import tako.platform.task.TaskQueue;

/** The tasks for whose end items wait: nobody needs what they would do when the run has ended before. */
final class AwaitedTasks {
    private AwaitedTasks() {}

    /** Asks to cancel those of them that still exist. */
    static void cancel(Tx tx, TaskQueue queue, Collection<String> tasks) {
        tasks.stream().filter(id -> queue.find(tx, id).isPresent()).forEach(id -> queue.cancel(tx, id));
    }
}

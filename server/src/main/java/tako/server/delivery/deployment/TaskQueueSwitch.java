package tako.server.delivery.deployment;

import tako.platform.database.View;

/** Whether a space's task queue is stopped: nothing is deployed there until it is started again. */
@FunctionalInterface
public interface TaskQueueSwitch {
    /** Whether it is stopped. */
    boolean stopped(View view, String space);
}

package tako.platform.task;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * What a node needs of the machine.
 *
 * @param runners runs handlers, one call each; {@code Runnable::run} runs them inside {@link TaskNode#tick}
 */
public record TaskRuntime(TaskClock clock, Executor runners) {
    /** This machine's clocks, and a virtual thread for each run. */
    public static TaskRuntime system() {
        return new TaskRuntime(TaskClock.system(), Executors.newVirtualThreadPerTaskExecutor());
    }
}

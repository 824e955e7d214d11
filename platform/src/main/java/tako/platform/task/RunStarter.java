package tako.platform.task;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** How a node carries out what has a slot. */
@FunctionalInterface
interface RunStarter {
    /**
     * Runs the task now or soon.
     *
     * @param ended told once, when the run is over
     */
    void start(OwnedTask task, TaskHandler handler, Consumer<RunEnd> ended);

    /** Calls handlers on these threads, one call each. */
    static RunStarter on(Executor runners) {
        return (task, handler, ended) -> runners.execute(() -> ended.accept(task.run(handler)));
    }
}

package tako.server.delivery.step;

import java.nio.file.Path;
import java.util.function.Function;
import tako.platform.database.Tx;
import tako.platform.process.Executor;

/** What the engine offers to a running step. */
public interface RunContext {
    /** Names this work item and attempt for ever. */
    String executionKey();

    /** Where commands run. */
    Executor executor();

    /** The item's log; every text passes the task's masking. */
    StepLog log();

    /** Sets an output variable of this action. A sensitive one is masked from then on; one that holds a secret is kept as a secret. */
    void setOutput(String name, String value, boolean sensitive);

    /** Keeps a file as an artifact of the task. */
    void addArtifact(Path file, String name);

    /**
     * Writes rows that belong to the step's effect, such as a task that it queues, while this run still owns its task. It may be repeated:
     * what it writes must say the same then.
     */
    <T> T write(Function<Tx, T> change) throws InterruptedException;

    /** Masks a value in all later output of the task. */
    void mask(String value);
}

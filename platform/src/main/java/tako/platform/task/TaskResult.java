package tako.platform.task;

import java.time.Instant;
import java.util.Optional;

/** How a run of a task ended. */
public sealed interface TaskResult {
    /** It is done. */
    record Succeeded() implements TaskResult {}

    /** It failed, for the reason given in one sentence. */
    record Failed(String reason) implements TaskResult {}

    /** It stopped because cancel was asked. */
    record Canceled() implements TaskResult {}

    /**
     * It waits without thread, slot or lease until woken, or until an instant.
     *
     * @param waitingFor the named thing it waits for, shown to people, e.g. {@code Interruptions-4}
     * @param until when it wakes by itself
     * @param keepLocks whether its locks stay held meanwhile
     */
    record Parked(String waitingFor, Optional<Instant> until, boolean keepLocks) implements TaskResult {}
}

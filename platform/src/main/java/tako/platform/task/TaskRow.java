package tako.platform.task;

import java.time.Instant;
import java.util.Optional;

/**
 * A task as stored.
 *
 * @param id {@code ServerTasks-n}
 * @param node the node that ran it last, "" before the first claim
 * @param epoch raised by each claim; the fence
 * @param attempt how often it was claimed
 * @param waitingFor what a parked task waits for, "" otherwise
 * @param reason why it failed or was changed by hand, "" otherwise
 */
public record TaskRow(
        String id,
        String kind,
        String space,
        TaskState state,
        int priority,
        Instant queuedAt,
        Instant runAfter,
        Optional<Instant> expiresAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> cancelRequestedAt,
        String node,
        long epoch,
        int attempt,
        String waitingFor,
        String reason,
        int format,
        String payload) {}

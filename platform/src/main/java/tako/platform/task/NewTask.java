package tako.platform.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task to be queued.
 *
 * @param kind which {@link TaskHandler} runs it
 * @param space the space it belongs to, "" for the server itself
 * @param format version of the payload; a node claims only formats its handler reads
 * @param payload what the handler needs, as JSON text
 * @param priority higher goes first; 0 is normal
 * @param runAfter not before this instant
 * @param expiresAt TimedOut if not started by then
 * @param locks names that only one executing task may hold each (a concurrency tag, say)
 */
public record NewTask(
        String kind,
        String space,
        int format,
        String payload,
        int priority,
        Instant runAfter,
        Optional<Instant> expiresAt,
        List<String> locks) {}

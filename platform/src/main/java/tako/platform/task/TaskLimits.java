package tako.platform.task;

import java.time.Duration;

/**
 * The bounds that the queue itself sets.
 *
 * @param cancelGrace how long a run may take to stop after cancel was asked; then its task ends without it
 * @param maxLosses a task whose node was lost so often while it ran ends as Failed
 */
public record TaskLimits(Duration cancelGrace, int maxLosses) {
    /** The product's limits. */
    public static TaskLimits standard() {
        return new TaskLimits(Duration.ofSeconds(10), 25);
    }
}

package tako.platform.task;

import java.time.Duration;

/**
 * The timing rules of a node. {@code stopAfter} must be shorter than {@code takeOverAfter}: an owner stops before another
 * node may start.
 *
 * @param beat how often an owner renews its lease
 * @param stopAfter an owner that could not renew for so long stops its runs
 * @param takeOverAfter for how long another node must itself have seen the same beat before it takes over
 * @param poll how often the queue is looked at without a hint; also how stale a look at the others' beats may be
 * @param hoard how long a claimed task may wait for a slot before it is given back
 */
public record TaskTimings(Duration beat, Duration stopAfter, Duration takeOverAfter, Duration poll, Duration hoard) {
    public TaskTimings {
        if (stopAfter.compareTo(takeOverAfter) >= 0 || beat.compareTo(stopAfter) >= 0) {
            throw new IllegalArgumentException("beat < stopAfter < takeOverAfter must hold");
        }
    }

    /** The product's timings. */
    public static TaskTimings standard() {
        return new TaskTimings(
                Duration.ofSeconds(3),
                Duration.ofSeconds(7),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(500));
    }
}

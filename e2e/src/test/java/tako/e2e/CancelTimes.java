package tako.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How long cancels took, each from the request of a person until a client sees that the task has ended. */
public final class CancelTimes {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MOST = 0.99;

    private final List<Duration> times = new ArrayList<>();

    /** Cancels a task and waits for its end. @return the task as it ended */
    public JsonNode cancel(Setup setup, String task) {
        long asked = System.nanoTime();
        setup.wire().post("/api/tasks/" + task + "/cancel", Setup.object()).succeeded();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> setup.task(task).path("IsCompleted").asBoolean());
        times.add(Duration.ofNanos(System.nanoTime() - asked));
        return setup.task(task);
    }

    /** The time that 99 of 100 did not exceed; of fewer than 100 the longest. */
    public Duration p99() {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * MOST) - 1);
    }

    /** For the log of the run. */
    @Override
    public String toString() {
        List<Duration> sorted = times.stream().sorted().toList();
        return "%d cancels, median %d ms, p99 %d ms, longest %d ms"
                .formatted(
                        sorted.size(),
                        sorted.get(sorted.size() / 2).toMillis(),
                        p99().toMillis(),
                        sorted.getLast().toMillis());
    }
}

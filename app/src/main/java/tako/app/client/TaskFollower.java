package tako.app.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Shows a task's log line by line until it has ended. */
public final class TaskFollower {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int AT_ONCE = 1000;
    private static final Set<String> LEFT_OUT = Set.of("Trace", "Verbose");

    private final ApiClient api;
    private final Consumer<String> out;
    private final CountDownLatch stop;

    /**
     * @param out takes each line
     * @param stop counted down when nobody watches any more
     */
    public TaskFollower(ApiClient api, Consumer<String> out, CountDownLatch stop) {
        this.api = api;
        this.out = out;
        this.stop = stop;
    }

    /**
     * How a task stood when it was last looked at.
     *
     * @param completed whether it has ended; else its attendant left
     */
    public record End(String task, boolean completed, boolean success, String state, String message) {
        private static End of(JsonNode task) {
            return new End(
                    task.path("Id").asString(""),
                    task.path("IsCompleted").asBoolean(false),
                    task.path("FinishedSuccessfully").asBoolean(false),
                    task.path("State").asString(""),
                    task.path("ErrorMessage").asString(""));
        }
    }

    /**
     * Follows a task to its end.
     *
     * @throws InterruptedException when the watcher stops first
     */
    public End follow(String task) throws InterruptedException {
        return follow(task, Attendant.NONE);
    }

    /**
     * Follows a task to its end, or until its attendant leaves.
     *
     * @throws InterruptedException when the watcher stops first
     */
    public End follow(String task, Attendant attendant) throws InterruptedException {
        long seen = 0;
        while (true) {
            JsonNode now = api.get("/api/tasks/" + task);
            seen = show(task, seen);
            boolean completed = now.path("IsCompleted").asBoolean(false);
            if (completed || !attendant.attend(now)) {
                show(task, seen);
                return End.of(now);
            }
            if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("Nobody watches " + task + " any more");
            }
        }
    }

    private long show(String task, long seen) {
        long last = seen;
        while (true) {
            JsonNode page = api.get("/api/tasks/" + task + "/log/lines?from=" + (last + 1) + "&take=" + AT_ONCE);
            long before = last;
            for (JsonNode line : page.path("Lines")) {
                if (isForPeople(line)) {
                    out.accept(
                            "  " + clock(line) + "  " + line.path("MessageText").asString(""));
                }
                last = Math.max(last, line.path("Number").asLong(last));
            }
            if (last == before) {
                return last;
            }
        }
    }

    private static boolean isForPeople(JsonNode line) {
        return !LEFT_OUT.contains(line.path("Category").asString(""));
    }

    /** The time of day of a line: the hours, minutes and seconds of its instant. */
    private static String clock(JsonNode line) {
        String occurred = line.path("OccurredAt").asString("");
        return occurred.length() >= 19 ? occurred.substring(11, 19) : "        ";
    }
}

package tako.bench.queue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tako.bench.harness.Incorrect;

/** Counts which task ran how often: all that the tasks of both sides do. */
final class Tally {
    private static final long LONGEST_SECONDS = 300;

    private final int tasks;
    private final CountDownLatch runs;
    private final Map<String, Integer> times;

    Tally(int tasks) {
        this.tasks = tasks;
        this.runs = new CountDownLatch(tasks);
        this.times = new ConcurrentHashMap<>(2 * tasks);
    }

    void ran(String task) {
        times.merge(task, 1, Integer::sum);
        runs.countDown();
    }

    /** Waits for as many runs as there are tasks. */
    void await() throws InterruptedException {
        if (!runs.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new Incorrect(runs.getCount() + " of " + tasks + " tasks did not run");
        }
    }

    /** @throws Incorrect unless each task ran once */
    void check() {
        Incorrect.unlessEqual("tasks that ran", tasks, times.size());
        Incorrect.unlessEqual(
                "tasks that ran more than once",
                0,
                times.values().stream().filter(count -> count > 1).count());
    }
}

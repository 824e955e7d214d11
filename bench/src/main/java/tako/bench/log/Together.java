package tako.bench.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tako.bench.harness.Incorrect;

/** What {@value #TASKS} tasks do at the same time. */
final class Together {
    static final int TASKS = 8;

    /** The names of their logs. */
    static final List<String> LOGS = IntStream.rangeClosed(1, TASKS)
            .mapToObj(number -> "ServerTasks-" + number)
            .toList();

    private Together() {}

    /** What one of them does for a log. */
    @FunctionalInterface
    interface Work {
        void on(String log) throws Exception;
    }

    /** Seconds until the last one is ready. */
    static double seconds(Work work) throws InterruptedException {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (String log : LOGS) {
            all.add(() -> {
                work.on(log);
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(TASKS)) {
            long start = System.nanoTime();
            List<Future<Boolean>> outcomes = threads.invokeAll(all);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (Future<Boolean> outcome : outcomes) {
                require(outcome);
            }
            return seconds;
        }
    }

    private static void require(Future<Boolean> outcome) throws InterruptedException {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            throw new Incorrect("A task could not write: " + e.getCause());
        }
    }
}

package tako.platform.database;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many callers at the same time. */
final class Together {
    private Together() {}

    /** Runs the tasks at once, each on a virtual thread, and returns their results in order. */
    static <T> List<T> call(int count, IntFunction<Callable<T>> task) {
        CountDownLatch ready = new CountDownLatch(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, count)
                    .mapToObj(task)
                    .map(one -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return one.call();
                    }))
                    .toList();
            return running.stream().map(Together::outcome).toList();
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

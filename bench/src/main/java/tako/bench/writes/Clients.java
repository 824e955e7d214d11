package tako.bench.writes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tako.bench.harness.Incorrect;

/** Clients that write documents at the same time, each the next one when its last is durable. */
final class Clients {
    private Clients() {}

    /** Writes one document and returns when it is durable. */
    @FunctionalInterface
    interface Client {
        void write(int number) throws Exception;
    }

    /** Documents per second of these clients together. */
    static double rate(List<? extends Client> clients, int documents) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Client client : clients) {
            work.add(() -> {
                for (int number = next.getAndIncrement(); number < documents; number = next.getAndIncrement()) {
                    client.write(number);
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            long start = System.nanoTime();
            List<Future<Boolean>> outcomes = threads.invokeAll(work);
            double rate = documents * 1e9 / (System.nanoTime() - start);
            for (Future<Boolean> outcome : outcomes) {
                require(outcome);
            }
            return rate;
        }
    }

    private static void require(Future<Boolean> outcome) throws InterruptedException {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            throw new Incorrect("A client failed: " + e.getCause());
        }
    }
}

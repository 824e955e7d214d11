package tako.bench.queue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tako.platform.database.Database;
import tako.platform.task.TaskRow;

/** Tasks through the product's queue while its node runs, each in a transaction of its own, with the times of their ways. */
final class OurLatency {
    private static final long TICK_NANOS = 1_000_000;

    private final Database database;
    private final Load load;
    private final Tally tally;
    private final long[] added;
    private final long[] started;
    private final OurNode node;

    /** @param database an empty one */
    OurLatency(Database database, int slots, Load load) {
        this.database = database;
        this.load = load;
        this.tally = new Tally(load.tasks());
        this.added = new long[load.tasks()];
        this.started = new long[load.tasks()];
        this.node = new OurNode(database, slots, this::started);
    }

    private void started(TaskRow task) {
        long now = System.nanoTime();
        started[Integer.parseInt(task.payload())] = now;
        tally.ran(task.id());
    }

    /** Adds the load, and waits until every end is stored. */
    Times measure() throws Exception {
        node.start();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            load.perSecond().ifPresentOrElse(rate -> addEvenly(rate, clients), () -> addFlatOut(clients));
            tally.await();
        }
        node.awaitEnds();
        node.stopAndCheck(load.tasks());
        tally.check();
        long[] nanos = IntStream.range(0, load.tasks())
                .mapToLong(number -> started[number] - added[number])
                .toArray();
        return new Times(nanos, elapsed());
    }

    private long elapsed() {
        long first = added[0];
        return IntStream.range(0, load.tasks())
                .mapToLong(number -> started[number] - first)
                .max()
                .orElseThrow();
    }

    /** What is due is added every millisecond, as the peer's timers do it. */
    private void addEvenly(double perSecond, ExecutorService clients) {
        long start = System.nanoTime();
        int next = 0;
        while (next < load.tasks()) {
            while (next < load.tasks() && System.nanoTime() - start >= next * 1e9 / perSecond) {
                int number = next++;
                added[number] = System.nanoTime();
                clients.execute(() -> add(number));
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
    }

    private void addFlatOut(ExecutorService clients) {
        AtomicInteger next = new AtomicInteger();
        for (int client = 0; client < Load.CLIENTS; client++) {
            clients.execute(() -> {
                for (int number = next.getAndIncrement(); number < load.tasks(); number = next.getAndIncrement()) {
                    added[number] = System.nanoTime();
                    add(number);
                }
            });
        }
    }

    private void add(int number) {
        database.change(tx -> node.enqueue(tx, number));
    }
}

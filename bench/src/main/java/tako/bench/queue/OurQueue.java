package tako.bench.queue;

import tako.platform.database.Database;

/** Tasks through the product's queue, all queued before its node starts. */
final class OurQueue {
    private static final int TOGETHER = 500;

    private final Database database;
    private final int tasks;

    OurQueue(Database database, int tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    /** Tasks per second, from the node's start until the end of the last one is stored. */
    double rate(int slots) throws Exception {
        Tally tally = new Tally(tasks);
        OurNode node = new OurNode(database, slots, task -> tally.ran(task.id()));
        enqueue(node);
        long start = System.nanoTime();
        node.start();
        tally.await();
        node.awaitEnds();
        double rate = tasks * 1e9 / (System.nanoTime() - start);
        node.stopAndCheck(tasks);
        tally.check();
        return rate;
    }

    private void enqueue(OurNode node) {
        for (int done = 0; done < tasks; done += TOGETHER) {
            int from = done;
            int to = Math.min(tasks, done + TOGETHER);
            database.change(tx -> {
                for (int number = from; number < to; number++) {
                    node.enqueue(tx, number);
                }
            });
        }
    }
}

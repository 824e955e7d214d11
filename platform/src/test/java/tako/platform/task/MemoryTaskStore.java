package tako.platform.task;

/** The queue's rows in memory. The same contracts hold of it as of the tables of a database. */
final class MemoryTaskStore {
    private MemoryTaskStore() {}

    static TaskStore of(MemoryRows rows) {
        MemoryTasks tasks = new MemoryTasks(rows);
        MemoryLine line = new MemoryLine(rows);
        return new TaskStore(
                tasks, new MemoryWishes(rows), tasks, line, new MemoryLocks(rows), line, new MemoryLeases(rows));
    }
}

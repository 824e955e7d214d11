package tako.platform.task;

/** The queue's rows in tables of the database, as {@code V010__task_queue.sql} makes them. */
final class SqlTaskStore {
    private SqlTaskStore() {}

    static TaskStore create() {
        SqlTasks tasks = new SqlTasks();
        return new TaskStore(
                tasks, new SqlWishes(), tasks, new SqlLine(), new SqlLocks(), new SqlClaims(), new SqlLeases());
    }
}

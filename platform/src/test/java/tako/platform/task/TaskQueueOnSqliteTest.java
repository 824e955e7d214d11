package tako.platform.task;

class TaskQueueOnSqliteTest extends TaskQueueContract {
    @Override
    QueueStorage open() {
        return sqlite();
    }
}

package tako.platform.task;

class TaskLocksOnSqliteTest extends TaskLocksContract {
    @Override
    QueueStorage open() {
        return sqlite();
    }
}

package tako.platform.task;

class TaskLeaseOnSqliteTest extends TaskLeaseContract {
    @Override
    QueueStorage open() {
        return sqlite();
    }
}

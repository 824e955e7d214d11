package tako.platform.task;

class TaskLeaseOnPostgresTest extends TaskLeaseContract {
    @Override
    QueueStorage open() {
        return postgres();
    }
}

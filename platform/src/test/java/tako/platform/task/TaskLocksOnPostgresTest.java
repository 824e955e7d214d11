package tako.platform.task;

class TaskLocksOnPostgresTest extends TaskLocksContract {
    @Override
    QueueStorage open() {
        return postgres();
    }
}

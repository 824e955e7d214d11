package tako.platform.task;

class TaskQueueOnPostgresTest extends TaskQueueContract {
    @Override
    QueueStorage open() {
        return postgres();
    }
}

package tako.platform.task;

class TaskQueueInMemoryTest extends TaskQueueContract {
    @Override
    QueueStorage open() {
        return MemoryStorage.create();
    }
}

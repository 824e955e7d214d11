package tako.platform.task;

class TaskLocksInMemoryTest extends TaskLocksContract {
    @Override
    QueueStorage open() {
        return MemoryStorage.create();
    }
}

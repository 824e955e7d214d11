package tako.platform.task;

class TaskLeaseInMemoryTest extends TaskLeaseContract {
    @Override
    QueueStorage open() {
        return MemoryStorage.create();
    }
}

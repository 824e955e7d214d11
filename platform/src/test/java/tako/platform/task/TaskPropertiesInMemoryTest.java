package tako.platform.task;

class TaskPropertiesInMemoryTest extends TaskPropertiesContract {
    @Override
    QueueStorage open() {
        return MemoryStorage.create();
    }
}

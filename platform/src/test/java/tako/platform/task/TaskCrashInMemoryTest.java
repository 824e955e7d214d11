package tako.platform.task;

class TaskCrashInMemoryTest extends TaskCrashContract {
    @Override
    QueueStorage open() {
        return MemoryStorage.create();
    }
}

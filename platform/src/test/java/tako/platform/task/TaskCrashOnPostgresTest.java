package tako.platform.task;

class TaskCrashOnPostgresTest extends TaskCrashContract {
    @Override
    QueueStorage open() {
        return postgres();
    }
}

package tako.platform.task;

class TaskCrashOnSqliteTest extends TaskCrashContract {
    @Override
    QueueStorage open() {
        return sqlite();
    }
}

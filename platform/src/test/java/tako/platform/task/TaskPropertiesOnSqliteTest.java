package tako.platform.task;

class TaskPropertiesOnSqliteTest extends TaskPropertiesContract {
    @Override
    QueueStorage open() {
        return sqlite();
    }
}

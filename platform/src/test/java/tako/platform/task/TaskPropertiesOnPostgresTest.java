package tako.platform.task;

class TaskPropertiesOnPostgresTest extends TaskPropertiesContract {
    @Override
    QueueStorage open() {
        return postgres();
    }
}

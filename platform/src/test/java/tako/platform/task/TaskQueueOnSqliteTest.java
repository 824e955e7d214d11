package tako.platform.task;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class TaskQueueOnSqliteTest extends TaskQueueContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

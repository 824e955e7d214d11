package tako.platform.task;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class TaskLocksOnSqliteTest extends TaskLocksContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

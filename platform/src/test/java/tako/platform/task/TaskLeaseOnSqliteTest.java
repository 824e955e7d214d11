package tako.platform.task;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class TaskLeaseOnSqliteTest extends TaskLeaseContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

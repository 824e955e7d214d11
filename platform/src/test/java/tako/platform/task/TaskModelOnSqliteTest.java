package tako.platform.task;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class TaskModelOnSqliteTest extends TaskModelContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/tasktest").database();
    }
}

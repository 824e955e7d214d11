package tako.server.delivery.task;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class TasksOnSqliteTest extends TasksContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

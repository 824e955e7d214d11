package tako.server.delivery.task;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class TasksOnPostgresTest extends TasksContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

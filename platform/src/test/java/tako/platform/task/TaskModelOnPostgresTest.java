package tako.platform.task;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class TaskModelOnPostgresTest extends TaskModelContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/tasktest").database();
    }
}

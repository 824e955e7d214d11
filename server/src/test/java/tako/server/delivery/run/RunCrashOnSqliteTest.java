package tako.server.delivery.run;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class RunCrashOnSqliteTest extends RunCrashContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

package tako.server.delivery.run;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class RunWaitingOnSqliteTest extends RunWaitingContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

package tako.server.delivery.run;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class RunEndOnSqliteTest extends RunEndContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

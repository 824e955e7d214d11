package tako.server.scenario;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DeliveriesOnSqliteTest extends DeliveriesContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

package tako.server.delivery.deployment;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DeploymentsOnSqliteTest extends DeploymentsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

package tako.server.delivery.deployment;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DeploymentsOnPostgresTest extends DeploymentsContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

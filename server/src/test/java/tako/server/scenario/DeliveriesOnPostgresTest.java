package tako.server.scenario;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DeliveriesOnPostgresTest extends DeliveriesContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

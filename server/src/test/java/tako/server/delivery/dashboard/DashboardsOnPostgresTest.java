package tako.server.delivery.dashboard;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DashboardsOnPostgresTest extends DashboardsContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

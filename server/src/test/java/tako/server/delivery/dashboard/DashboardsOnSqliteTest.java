package tako.server.delivery.dashboard;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DashboardsOnSqliteTest extends DashboardsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

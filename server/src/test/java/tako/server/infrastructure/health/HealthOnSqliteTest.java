package tako.server.infrastructure.health;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class HealthOnSqliteTest extends HealthContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

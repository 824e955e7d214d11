package tako.server.infrastructure.health;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class HealthOnPostgresTest extends HealthContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

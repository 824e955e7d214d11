package tako.server.infrastructure;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class InfrastructureOnPostgresTest extends InfrastructureContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

package tako.server.infrastructure;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class InfrastructureOnSqliteTest extends InfrastructureContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

package tako.server.infrastructure;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;
import tako.server.TestEngine;

class InfrastructureOnPostgresTest extends InfrastructureContract {
    @Override
    Database open() {
        return TestDatabases.postgres(TestEngine.MIGRATIONS);
    }
}

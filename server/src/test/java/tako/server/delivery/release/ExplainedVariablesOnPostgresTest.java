package tako.server.delivery.release;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class ExplainedVariablesOnPostgresTest extends ExplainedVariablesContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

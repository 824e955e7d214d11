package tako.server.delivery.release;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class ExplainedVariablesOnSqliteTest extends ExplainedVariablesContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

package tako.server.library.variableset;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class VariableSetsOnSqliteTest extends VariableSetsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

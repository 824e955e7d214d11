package tako.server.library.variableset;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class VariableSetsOnPostgresTest extends VariableSetsContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

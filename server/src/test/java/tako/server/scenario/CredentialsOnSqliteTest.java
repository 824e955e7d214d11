package tako.server.scenario;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class CredentialsOnSqliteTest extends CredentialsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

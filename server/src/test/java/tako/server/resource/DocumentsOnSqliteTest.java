package tako.server.resource;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DocumentsOnSqliteTest extends DocumentsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

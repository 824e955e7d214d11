package tako.server.resource;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class DocumentsOnSqliteTest extends DocumentsContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite("db/migration/server");
    }
}

package tako.server.resource;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class DocumentsOnPostgresTest extends DocumentsContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres("db/migration/server");
    }
}

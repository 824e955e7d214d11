package tako.server.resource;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DocumentsOnPostgresTest extends DocumentsContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

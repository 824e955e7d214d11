package tako.server.resource;

import java.util.List;
import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DocumentsOnSqliteTest extends DocumentsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite(List.of("db/migration/platform", "db/migration/server"));
    }
}

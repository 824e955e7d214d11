package tako.server.settings.space;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class SpacesOnSqliteTest extends SpacesContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite("db/migration/server");
    }
}

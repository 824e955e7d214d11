package tako.server.settings.space;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class SpacesOnPostgresTest extends SpacesContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres("db/migration/server");
    }
}

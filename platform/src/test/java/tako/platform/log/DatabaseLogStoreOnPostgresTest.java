package tako.platform.log;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class DatabaseLogStoreOnPostgresTest extends DatabaseLogStoreContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres();
    }
}

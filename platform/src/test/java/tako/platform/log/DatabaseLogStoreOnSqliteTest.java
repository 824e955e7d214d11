package tako.platform.log;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class DatabaseLogStoreOnSqliteTest extends DatabaseLogStoreContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

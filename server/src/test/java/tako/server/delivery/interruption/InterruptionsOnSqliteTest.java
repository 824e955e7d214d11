package tako.server.delivery.interruption;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class InterruptionsOnSqliteTest extends InterruptionsContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite("db/migration/server");
    }
}

package tako.server.delivery.interruption;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class InterruptionsOnPostgresTest extends InterruptionsContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres("db/migration/server");
    }
}

package tako.server.delivery.run;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class RunWaitingOnPostgresTest extends RunWaitingContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

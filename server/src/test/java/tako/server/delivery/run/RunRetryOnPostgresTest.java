package tako.server.delivery.run;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class RunRetryOnPostgresTest extends RunRetryContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

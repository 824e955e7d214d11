package tako.server.delivery.run;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class RunMaskingOnPostgresTest extends RunMaskingContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

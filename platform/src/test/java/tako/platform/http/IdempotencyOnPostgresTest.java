package tako.platform.http;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class IdempotencyOnPostgresTest extends IdempotencyContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres();
    }
}

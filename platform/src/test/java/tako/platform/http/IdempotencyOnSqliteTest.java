package tako.platform.http;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class IdempotencyOnSqliteTest extends IdempotencyContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

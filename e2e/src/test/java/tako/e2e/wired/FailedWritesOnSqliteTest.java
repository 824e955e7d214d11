package tako.e2e.wired;

import org.junit.jupiter.api.Tag;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

@Tag("outside")
class FailedWritesOnSqliteTest extends FailedWritesContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite("db/migration/server");
    }
}

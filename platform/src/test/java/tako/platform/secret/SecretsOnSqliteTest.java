package tako.platform.secret;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class SecretsOnSqliteTest extends SecretsContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

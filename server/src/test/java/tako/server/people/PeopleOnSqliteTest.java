package tako.server.people;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class PeopleOnSqliteTest extends PeopleContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite("db/migration/server");
    }
}

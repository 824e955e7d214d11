package tako.server.people;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class PeopleWritingOnSqliteTest extends PeopleWritingContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite("db/migration/server");
    }
}

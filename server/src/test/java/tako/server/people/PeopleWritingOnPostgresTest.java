package tako.server.people;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class PeopleWritingOnPostgresTest extends PeopleWritingContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres("db/migration/server");
    }
}

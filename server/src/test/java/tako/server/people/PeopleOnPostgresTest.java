package tako.server.people;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class PeopleOnPostgresTest extends PeopleContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres("db/migration/server");
    }
}

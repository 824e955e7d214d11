package tako.server.people.team;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class MembershipsOnSqliteTest extends MembershipsContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite("db/migration/server");
    }
}

package tako.server.people.team;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class MembershipsOnPostgresTest extends MembershipsContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres("db/migration/server");
    }
}

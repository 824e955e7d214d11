package tako.server.projects.project;

import java.util.List;
import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class ProjectsOnSqliteTest extends ProjectsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite(List.of("db/migration/platform", "db/migration/server"));
    }
}

package tako.server.projects.project;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class ProjectsOnSqliteTest extends ProjectsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}

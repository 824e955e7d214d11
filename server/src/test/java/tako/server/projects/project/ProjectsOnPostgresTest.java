package tako.server.projects.project;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class ProjectsOnPostgresTest extends ProjectsContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}

package tako.server.projects.project;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;
import tako.server.TestEngine;

class ProjectsOnPostgresTest extends ProjectsContract {
    @Override
    Database open() {
        return TestDatabases.postgres(TestEngine.MIGRATIONS);
    }
}

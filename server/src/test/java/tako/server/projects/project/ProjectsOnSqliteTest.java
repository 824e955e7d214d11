package tako.server.projects.project;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;
import tako.server.TestEngine;

class ProjectsOnSqliteTest extends ProjectsContract {
    @Override
    Database open() {
        return TestDatabases.sqlite(TestEngine.MIGRATIONS);
    }
}

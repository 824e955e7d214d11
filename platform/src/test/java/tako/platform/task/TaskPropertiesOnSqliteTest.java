package tako.platform.task;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class TaskPropertiesOnSqliteTest extends TaskPropertiesContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite(TaskEffects.MIGRATIONS);
    }
}

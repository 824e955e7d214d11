package tako.platform.task;

import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class TaskCrashOnSqliteTest extends TaskCrashContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite(TaskEffects.MIGRATIONS);
    }
}

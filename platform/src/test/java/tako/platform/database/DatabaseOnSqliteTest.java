package tako.platform.database;

class DatabaseOnSqliteTest extends DatabaseContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

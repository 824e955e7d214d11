package tako.platform.database;

class DatabaseOnPostgresTest extends DatabaseContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres();
    }
}

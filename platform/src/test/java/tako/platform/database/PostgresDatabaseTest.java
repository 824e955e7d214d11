package tako.platform.database;

class PostgresDatabaseTest extends DatabaseContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}

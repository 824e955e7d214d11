package tako.platform.database;

class ConcurrencyOnPostgresTest extends ConcurrencyContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres();
    }
}

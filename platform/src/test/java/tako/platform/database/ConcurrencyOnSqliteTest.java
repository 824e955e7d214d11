package tako.platform.database;

class ConcurrencyOnSqliteTest extends ConcurrencyContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.sqlite();
    }
}

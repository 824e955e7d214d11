package tako.platform.database;

import java.util.List;

/** Opens databases, migrated. */
public final class Databases {
    private Databases() {}

    /**
     * Opens a database whose schema is current afterwards.
     *
     * @param migrations the modules' folders of numbered scripts on the class path, e.g. {@code db/migration/platform}; {@link Migrations} says how
     *     to write one
     * @throws SchemaTooNew when a newer program has changed the schema
     * @throws DatabaseUnavailable when it cannot be reached, opened or migrated
     */
    public static Database open(DatabaseAddress address, List<String> migrations) {
        Migrations scripts = new Migrations(migrations);
        return switch (address) {
            case DatabaseAddress.Embedded embedded -> {
                scripts.apply(embedded);
                yield new SqliteDatabase(embedded.file(), Limits.standard());
            }
            case DatabaseAddress.Postgres postgres -> {
                scripts.apply(postgres);
                yield new PostgresDatabase(postgres, Limits.standard());
            }
        };
    }
}

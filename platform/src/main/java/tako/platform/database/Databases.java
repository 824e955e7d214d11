package tako.platform.database;

import java.nio.file.Path;
import java.util.List;

/** Opens databases, migrated. */
public final class Databases {
    private Databases() {}

    /**
     * Opens a database whose schema is current afterwards.
     *
     * @param migrations where the numbered scripts lie on the class path, e.g. {@code db/migration/platform}
     * @throws SchemaTooNew when a newer program has used it
     * @throws DatabaseUnavailable when it cannot be opened
     */
    public static Database open(DatabaseAddress address, List<String> migrations) {
        new Migrations(address, migrations).bringUpToDate();
        return openAsIs(address);
    }

    /** Opens a database without looking at its schema. */
    static Database openAsIs(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.Embedded(Path file) -> new SqliteDatabase(file);
            case DatabaseAddress.Postgres(String url) -> new PostgresDatabase(url);
        };
    }
}

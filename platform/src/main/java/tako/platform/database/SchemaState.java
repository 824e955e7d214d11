package tako.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/**
 * How far the schema is.
 *
 * @param newest the newest applied version, if there is a schema at all
 * @param applied how many versions were applied
 * @param complete whether none of them failed
 */
record SchemaState(OptionalInt newest, int applied, boolean complete) {
    private static final SchemaState NONE = new SchemaState(OptionalInt.empty(), 0, false);

    static SchemaState of(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(address))) {
            return exists(connection, address) ? read(connection) : NONE;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    switch (address) {
                        case DatabaseAddress.Embedded(Path file) ->
                            "The database file " + file + " cannot be opened: " + SqliteErrors.sentence(e);
                        case DatabaseAddress.Postgres ignored ->
                            "The PostgreSQL server of DB_CONNECTION_STRING cannot be reached: " + e.getMessage();
                    },
                    e);
        }
    }

    /** Copies a whole SQLite database into a new file. */
    static void copy(Path from, Path to) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + from);
                var statement = connection.prepareStatement("vacuum into ?")) {
            java.nio.file.Files.deleteIfExists(to);
            statement.setString(1, to.toString());
            statement.execute();
        } catch (SQLException | java.io.IOException e) {
            throw new DatabaseUnavailable(
                    "The database could not be copied to " + to + " before its upgrade: nothing was changed."
                            + " Make room on the disk, then start again.",
                    e);
        }
    }

    static String jdbcUrl(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.Embedded(Path file) -> "jdbc:sqlite:" + file;
            case DatabaseAddress.Postgres(String url) -> url;
        };
    }

    private static boolean exists(Connection connection, DatabaseAddress address) throws SQLException {
        String sql = switch (address) {
            case DatabaseAddress.Embedded ignored ->
                "select count(*) from sqlite_master where name = 'flyway_schema_history'";
            case DatabaseAddress.Postgres ignored ->
                "select count(*) from pg_tables where tablename = 'flyway_schema_history'"
                        + " and schemaname = any (current_schemas(false))";
        };
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getInt(1) > 0;
        }
    }

    private static SchemaState read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select max(cast(version as integer)), count(*), min(case when success then 1 else 0 end)"
                                + " from flyway_schema_history where version is not null")) {
            if (!rows.next() || rows.getInt(2) == 0) {
                return NONE;
            }
            return new SchemaState(OptionalInt.of(rows.getInt(1)), rows.getInt(2), rows.getInt(3) == 1);
        }
    }
}

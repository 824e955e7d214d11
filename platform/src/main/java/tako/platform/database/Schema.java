package tako.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which migrations a database has seen, beside those that this program knows.
 *
 * @param applied those that Flyway's table lists as successful; none when there is no such table
 */
record Schema(SortedSet<Integer> known, SortedSet<Integer> applied) {
    /** @throws SchemaTooNew when a migration was applied that this program does not know */
    static Schema of(Connection connection, SortedSet<Integer> known) throws SQLException {
        SortedSet<Integer> applied = exists(connection) ? applied(connection) : new TreeSet<>();
        if (!known.containsAll(applied)) {
            throw new SchemaTooNew(applied.last(), known.last());
        }
        return new Schema(known, applied);
    }

    boolean isCurrent() {
        return applied.containsAll(known);
    }

    /** Whether what is to be applied includes a version below one that was: each module has a range of its own. */
    boolean reachesBack() {
        return known.headSet(version()).stream().anyMatch(version -> !applied.contains(version));
    }

    /** The newest applied version; 0 for an empty database. */
    int version() {
        return applied.isEmpty() ? 0 : applied.last();
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
            return tables.next();
        }
    }

    private static SortedSet<Integer> applied(Connection connection) throws SQLException {
        SortedSet<Integer> versions = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version from flyway_schema_history where success and version is not null")) {
            while (rows.next()) {
                versions.add(Integer.valueOf(rows.getString(1)));
            }
        }
        return versions;
    }
}

package tako.bench.writes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tako.platform.database.Dialect;

/** The counters of documents and of events, moved by as many statements as ours needs. */
final class BareCounters {
    private static final List<String> NAMES = List.of("Environments", "Events");

    private final PreparedStatement statement;

    private BareCounters(PreparedStatement statement) {
        this.statement = statement;
    }

    static BareCounters of(Connection connection, Dialect dialect) throws SQLException {
        return new BareCounters(connection.prepareStatement(
                switch (dialect) {
                    case SQLITE ->
                        "insert into counter (name, value) values (?, ?)"
                                + " on conflict (name) do update set value = excluded.value";
                    case POSTGRESQL -> "select nextval(cast(? as regclass))";
                }));
    }

    /** Stores on SQLite where both stand: once for each commit. */
    void store(long value) throws SQLException {
        for (String name : NAMES) {
            statement.setString(1, name);
            statement.setLong(2, value);
            statement.executeUpdate();
        }
    }

    /** Takes the next number of both on PostgreSQL: for each document. */
    void next() throws SQLException {
        for (String name : NAMES) {
            statement.setString(1, sequence(name));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                rows.getLong(1);
            }
        }
    }

    /** Makes the sequences, as ours does when it first needs them. */
    static void create(Connection connection) throws SQLException {
        for (String name : NAMES) {
            try (PreparedStatement create = connection.prepareStatement("create sequence " + sequence(name))) {
                create.execute();
            }
        }
    }

    private static String sequence(String name) {
        return "\"counter_" + name + "\"";
    }
}

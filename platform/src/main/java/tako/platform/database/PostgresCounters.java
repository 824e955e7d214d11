package tako.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Counters as sequences, which no transaction waits for. A missing one is created by a connection of its own, because inside the
 * caller's transaction it would be gone again with a rollback and hidden from the others until the commit.
 */
final class PostgresCounters implements Counters {
    private final DatabaseAddress.Postgres address;
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    PostgresCounters(DatabaseAddress.Postgres address) {
        this.address = address;
    }

    @Override
    public long next(Handle handle, String counter) {
        String sequence = "\"counter_" + counter + "\"";
        if (!existing.contains(sequence)) {
            create(sequence);
            existing.add(sequence);
        }
        return handle.createQuery("select nextval(cast(:sequence as regclass))")
                .bind("sequence", sequence)
                .mapTo(Long.class)
                .one();
    }

    private void create(String sequence) {
        try (Connection connection = PostgresConnections.open(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create sequence if not exists " + sequence);
        } catch (SQLException e) {
            if (!isMadeByAnother(e)) {
                throw PostgresFailures.lost(e);
            }
        }
    }

    /** "If not exists" looks before it creates; whoever loses that race gets one of these. */
    private static boolean isMadeByAnother(SQLException e) {
        return "23505".equals(e.getSQLState()) || "42P07".equals(e.getSQLState());
    }
}

package tako.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counters as sequences: they never make two transactions conflict. A sequence is made at its first use, on a connection of
 * its own: one from the pool could be waited for by every transaction that holds one.
 */
final class PostgresCounters implements JdbiTx.Counters {
    private final String jdbcUrl;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    PostgresCounters(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    @Override
    public long next(Tx tx, String counter) {
        String sequence = "counter_" + counter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        known.computeIfAbsent(sequence, this::create);
        return tx.query("select nextval('" + sequence + "')").mapTo(Long.class).one();
    }

    private boolean create(String sequence) {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute("create sequence if not exists " + sequence);
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState())) {
                throw PostgresErrors.translate(e);
            }
        }
        return true;
    }
}

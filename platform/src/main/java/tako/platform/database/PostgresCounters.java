package tako.platform.database;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Counters as sequences: they never make two transactions conflict. A sequence is made, outside any change, at its first use. */
final class PostgresCounters implements JdbiTx.Counters {
    private final DataSource source;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    PostgresCounters(DataSource source) {
        this.source = source;
    }

    @Override
    public long next(Tx tx, String counter) {
        String sequence = "counter_" + counter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        if (!known.contains(sequence)) {
            create(sequence);
            known.add(sequence);
        }
        return tx.query("select nextval('" + sequence + "')").mapTo(Long.class).one();
    }

    private void create(String sequence) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create sequence if not exists " + sequence);
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState())) {
                throw PostgresErrors.translate(e);
            }
        }
    }
}

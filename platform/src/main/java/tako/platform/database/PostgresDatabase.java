package tako.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, for several nodes. Writes are SERIALIZABLE and start over when they meet another one. */
final class PostgresDatabase implements Database {
    private static final int CONNECTIONS = 16;

    private final Nesting nesting = new Nesting();
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final PostgresCounters counters;
    private final Retries retries = new Retries();
    private final Hints hints = new Hints();
    private final PostgresListener listener;

    PostgresDatabase(String jdbcUrl) {
        pool = new HikariDataSource(settings(jdbcUrl));
        jdbi = Jdbi.create(pool);
        counters = new PostgresCounters(jdbcUrl);
        listener = new PostgresListener(jdbcUrl, hints);
    }

    private static HikariConfig settings(String jdbcUrl) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("stringtype", "unspecified");
        config.setPoolName("postgresql");
        return config;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        nesting.refuse();
        return inTransaction(Connection.TRANSACTION_REPEATABLE_READ, true, query::apply)
                .result();
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        nesting.refuse();
        Done<T> done = retries.run(() -> inTransaction(Connection.TRANSACTION_SERIALIZABLE, false, change));
        done.tx().signals().forEach(Runnable::run);
        return done.result();
    }

    @Override
    public <T extends @Nullable Object> T claim(Function<Tx, T> claim) {
        nesting.refuse();
        Done<T> done = retries.run(() -> inTransaction(Connection.TRANSACTION_READ_COMMITTED, false, claim));
        done.tx().signals().forEach(Runnable::run);
        return done.result();
    }

    @Override
    public void onHint(String channel, Runnable wake) {
        hints.listen(channel, wake);
        listener.start();
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public void close() {
        listener.close();
        pool.close();
    }

    private record Done<T extends @Nullable Object>(T result, JdbiTx tx) {}

    private <T extends @Nullable Object> Done<T> inTransaction(int level, boolean readOnly, Function<Tx, T> body) {
        try (Handle handle = open()) {
            Connection connection = handle.getConnection();
            connection.setTransactionIsolation(level);
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            try {
                var tx = new JdbiTx(handle, Dialect.POSTGRESQL, counters, PostgresListener::send);
                T result = nesting.within(() -> body.apply(tx));
                connection.commit();
                return new Done<>(result, tx);
            } finally {
                restore(connection);
            }
        } catch (SQLException e) {
            throw PostgresErrors.translate(e);
        } catch (RuntimeException e) {
            throw PostgresErrors.translate(e);
        }
    }

    /** Rolls back what was not committed and gives the connection back as the pool expects it. */
    private static void restore(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            PostgresListener.LOG.debug("A broken connection was given back; the pool replaces it", e);
        }
    }

    private Handle open() {
        try {
            return jdbi.open();
        } catch (RuntimeException e) {
            throw PostgresErrors.unavailable(e);
        }
    }
}

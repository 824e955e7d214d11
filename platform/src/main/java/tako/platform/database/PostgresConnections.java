package tako.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Makes connections to a PostgreSQL server. */
final class PostgresConnections {
    private static final int OLDEST_VERSION = 15;
    private static final long POOL_PATIENCE_MILLIS = 10_000;

    private PostgresConnections() {}

    /** A connection of its own, outside the pool, that commits every statement. */
    static Connection open(DatabaseAddress.Postgres address) throws SQLException {
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), options());
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            connection.close();
            throw new DatabaseUnavailable("PostgreSQL " + version + " is too old; use version " + OLDEST_VERSION
                    + " or newer, then start again.");
        }
        return connection;
    }

    /** What the driver is told unless the address says otherwise. */
    private static Properties options() {
        Properties options = new Properties();
        // A text may be bound to a column of JSON or of another type: the server finds out which.
        options.setProperty("stringtype", "unspecified");
        options.setProperty("ApplicationName", "tako");
        options.setProperty("connectTimeout", "10");
        options.setProperty("socketTimeout", "60");
        options.setProperty("tcpKeepAlive", "true");
        return options;
    }

    /** Connections whose transactions are serialisable unless they say otherwise. */
    static HikariDataSource pool(DatabaseAddress.Postgres address, int size, Limits limits) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(address.jdbcUrl());
        config.setDataSourceProperties(options());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(POOL_PATIENCE_MILLIS);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        config.setIsolateInternalQueries(true); // commits the next one, which a rollback would undo
        config.setConnectionInitSql(
                "set statement_timeout = " + limits.body().toMillis() + "; set idle_in_transaction_session_timeout = "
                        + limits.pause().toMillis());
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw PostgresFailures.lost(e);
        }
    }
}

package tako.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One connection to the file, with a limit on how long its statements may run. Used by one thread at a time. */
final class SqliteSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteSession.class);
    /** Asks the clock about every millisecond of work inside SQLite. */
    private static final int INSTRUCTIONS_BETWEEN_LOOKS = 50_000;

    private static final int BUSY_MILLIS = 5_000;

    private final Connection connection;
    private final SqliteStatements statements = new SqliteStatements();
    private final Handle handle;
    private final Duration limit;
    private volatile long deadline;

    private SqliteSession(Connection connection, Duration limit) throws SQLException {
        this.connection = connection;
        this.limit = limit;
        this.handle = Mapping.configure(Jdbi.create(connection))
                .setStatementBuilderFactory(same -> statements)
                .open();
        restartClock();
        ProgressHandler.setHandler(connection, INSTRUCTIONS_BETWEEN_LOOKS, new Deadline());
    }

    static SqliteSession writing(Path file, Duration limit) throws SQLException {
        SqliteSession session = new SqliteSession(connect(file), limit);
        // What a savepoint would restore is kept in memory, not in a file.
        session.execute("pragma temp_store = memory");
        return session;
    }

    static SqliteSession reading(Path file, Duration limit) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return new SqliteSession(config.createConnection(url(file)), limit);
    }

    /** A bare connection that reads and writes, as migrations need it. */
    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection(url(file));
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    Handle handle() {
        return handle;
    }

    void execute(String sql) throws SQLException {
        statements.execute(connection, sql);
    }

    /** From now on, statements may run for the whole limit again. */
    void restartClock() {
        deadline = System.nanoTime() + limit.toNanos();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A connection to the database file could not be closed", e);
        }
    }

    private final class Deadline extends ProgressHandler {
        @Override
        protected int progress() {
            return System.nanoTime() - deadline > 0 ? 1 : 0;
        }
    }
}

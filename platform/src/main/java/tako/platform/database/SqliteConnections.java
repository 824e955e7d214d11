package tako.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/** Opens connections to one SQLite file with the settings that make a commit durable. */
final class SqliteConnections {
    private final String url;

    SqliteConnections(Path file) {
        this.url = "jdbc:sqlite:" + file;
    }

    /** A connection of the writer. */
    Handle openWriter() {
        return open();
    }

    /** A connection that can only read. */
    Handle openReader() {
        Handle handle = open();
        handle.execute("pragma query_only = true");
        return handle;
    }

    private Handle open() {
        try {
            Connection connection = org.sqlite.JDBC.createConnection(url, settings());
            return Jdbi.open(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(SqliteErrors.sentence(e), e);
        }
    }

    private static Properties settings() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        config.setCacheSize(-16_000);
        return config.toProperties();
    }
}

package tako.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh, migrated databases for tests. */
public final class TestDatabases {
    private static final List<String> PLATFORM = List.of("db/migration/platform");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabases() {}

    /** A new SQLite database in a new folder. */
    public static Database sqlite() {
        return sqlite(PLATFORM);
    }

    /** A new SQLite database with these migrations. */
    public static Database sqlite(List<String> migrations) {
        return Databases.open(new DatabaseAddress.Embedded(newFile()), migrations);
    }

    /** The path of a SQLite database that does not exist yet. */
    public static Path newFile() {
        try {
            Path folder = Files.createTempDirectory("tako-database-");
            folder.toFile().deleteOnExit();
            return folder.resolve("tako.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database on this process's PostgreSQL server. */
    public static Database postgres() {
        return postgres(PLATFORM);
    }

    /** A new PostgreSQL database with these migrations. */
    public static Database postgres(List<String> migrations) {
        return Databases.open(new DatabaseAddress.Postgres(newPostgresUrl()), migrations);
    }

    /** The address of a new, empty PostgreSQL database. */
    public static String newPostgresUrl() {
        String name = "test" + NUMBER.incrementAndGet();
        try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.INSTANCE.getJdbcUrl("postgres", name);
    }

    /** Started by the first test that needs it, once a process; it ends with the process. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

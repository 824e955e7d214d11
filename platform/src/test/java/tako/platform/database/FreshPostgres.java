package tako.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Copies a database that was migrated once, on a PostgreSQL server that all tests of this process share and that ends with it. */
final class FreshPostgres implements FreshDatabase.Source {
    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started at its first use. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

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

    private final List<String> locations;

    FreshPostgres(List<String> locations) {
        this.locations = locations;
    }

    @Override
    public DatabaseAddress make() {
        return create("template " + TEMPLATES.computeIfAbsent(locations, key -> template()));
    }

    @Override
    public List<String> migrations() {
        return locations;
    }

    @Override
    public void remove(DatabaseAddress address) {
        if (address instanceof DatabaseAddress.Postgres postgres) {
            execute("drop database " + name(postgres) + " with (force)");
        }
    }

    /** Runs a statement as the server's administrator. */
    static void execute(String sql) {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String template() {
        DatabaseAddress.Postgres address = create("");
        Databases.open(address, migrations()).close();
        return name(address);
    }

    private static DatabaseAddress.Postgres create(String options) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " " + options);
        return new DatabaseAddress.Postgres(Server.RUNNING.getJdbcUrl("postgres", name));
    }

    private static String name(DatabaseAddress.Postgres address) {
        return address.toString().substring(address.toString().lastIndexOf('/') + 1);
    }
}

package tako.bench.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tako.platform.database.DatabaseAddress;

/** A PostgreSQL server of this process that puts each commit on disk before it answers, as it does in production. */
public final class BenchPostgres implements AutoCloseable {
    private static final List<String> SHOWN =
            List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_connections");

    private final EmbeddedPostgres server;
    private int databases;

    private BenchPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it; a few seconds. */
    public static BenchPostgres start() throws IOException {
        return new BenchPostgres(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start());
    }

    /** A new, empty database, after the one before was dropped and what it left was written, so that no measurement pays for another. */
    public DatabaseAddress.Postgres fresh() throws SQLException {
        if (databases > 0) {
            execute("drop database if exists bench_" + databases + " with (force)");
        }
        execute("checkpoint");
        databases++;
        execute("create database bench_" + databases);
        return new DatabaseAddress.Postgres(server.getJdbcUrl("postgres", "bench_" + databases));
    }

    /** Its version and the settings that decide what a commit costs, as the server itself says. */
    public String settings() throws SQLException {
        List<String> shown = new ArrayList<>();
        shown.add("PostgreSQL " + show("server_version"));
        for (String name : SHOWN) {
            shown.add(name + "=" + show(name));
        }
        return String.join(", ", shown);
    }

    private String show(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

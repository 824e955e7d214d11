package org.example.randomquotes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Brings a database up to date: each numbered script runs once, in order, and either whole or not at all. */
final class Migrations {
    private static final List<String> SCRIPTS = List.of("0001-create-quotes.sql", "0002-tell-origins.sql");

    private final List<String> scripts;

    private Migrations(List<String> scripts) {
        this.scripts = scripts;
    }

    static Migrations all() {
        return new Migrations(SCRIPTS);
    }

    /** Those of an older version of the program; for tests. */
    static Migrations first(int count) {
        return new Migrations(SCRIPTS.subList(0, count));
    }

    /** Runs what is missing. Another process that starts with the same file waits, and then finds nothing to do. */
    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                runMissing(statement);
                statement.execute("commit");
            } catch (SQLException failure) {
                statement.execute("rollback");
                throw failure;
            }
        }
    }

    /** SQLite keeps a number for the application's schema; a new file has 0. */
    private void runMissing(Statement statement) throws SQLException {
        int done = number(statement);
        if (done > scripts.size()) {
            throw new StartRefused("The database was written by a newer version (schema " + done + ", this one knows "
                    + scripts.size() + "). Start that version, or give another DATABASE_FILE.");
        }
        for (int i = done; i < scripts.size(); i++) {
            for (String command : commands(scripts.get(i))) {
                statement.execute(command);
            }
        }
        statement.execute("pragma user_version = " + scripts.size());
    }

    private static int number(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }

    /** A script's commands; each ends with a semicolon at the end of a line. */
    private static List<String> commands(String script) {
        return Stream.of(text(script).split(";\\R"))
                .filter(command -> !command.isBlank())
                .toList();
    }

    private static String text(String script) {
        try (InputStream stream =
                Objects.requireNonNull(Migrations.class.getResourceAsStream("migrations/" + script), script)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

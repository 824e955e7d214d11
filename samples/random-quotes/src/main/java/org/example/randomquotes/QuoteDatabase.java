package org.example.randomquotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** The quotes, in a file. */
final class QuoteDatabase implements AutoCloseable {
    private static final String PICK =
            "select text, origin from quote order by id limit 1 offset (select ? % count(*) from quote)";

    private final Connection connection;
    private final RandomGenerator random;

    private QuoteDatabase(Connection connection, RandomGenerator random) {
        this.connection = connection;
        this.random = random;
    }

    /** Opens the file, making it and its folder if need be, and brings it up to date. */
    static QuoteDatabase open(Path file, RandomGenerator random) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=10000");
            Migrations.all().run(connection);
            return new QuoteDatabase(connection, random);
        } catch (IOException | SQLException failure) {
            throw new StartRefused(
                    "The database " + file + " cannot be opened: " + failure.getMessage()
                            + ". Is DATABASE_FILE a place that can be written?",
                    failure);
        }
    }

    /** Any of the quotes. */
    synchronized Quote pick() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PICK)) {
            statement.setInt(1, random.nextInt(Integer.MAX_VALUE));
            try (ResultSet row = statement.executeQuery()) {
                return new Quote(row.getString("text"), row.getString("origin"));
            }
        }
    }

    /** How many there are. */
    synchronized int count() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from quote");
                ResultSet row = statement.executeQuery()) {
            return row.getInt(1);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}

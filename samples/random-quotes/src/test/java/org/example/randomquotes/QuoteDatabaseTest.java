package org.example.randomquotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void a_new_file_is_made_with_its_folder_and_filled() throws SQLException {
        Path file = folder.resolve("data/quotes.db");

        try (var quotes = QuoteDatabase.open(file, new Random(1))) {
            assertThat(quotes.pick().text()).isNotBlank();
        }
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void every_quote_is_picked_sooner_or_later() throws SQLException {
        Set<Quote> picked = new HashSet<>();
        try (var quotes = QuoteDatabase.open(folder.resolve("quotes.db"), new Random(1))) {
            for (int i = 0; i < 500; i++) {
                picked.add(quotes.pick());
            }
        }
        assertThat(picked).hasSize(12);
    }

    @Test
    void the_file_of_the_version_before_is_brought_up_to_date_and_keeps_its_quotes() throws SQLException {
        Path file = folder.resolve("old.db");
        try (Connection old = connect(file)) {
            Migrations.first(1).run(old);
            execute(old, "delete from quote where id > 1");
        }

        try (var quotes = QuoteDatabase.open(file, new Random(1))) {
            assertThat(quotes.pick()).isEqualTo(new Quote("A stitch in time saves nine.", "a proverb"));
        }
    }

    @Test
    void opening_again_changes_nothing() throws SQLException {
        Path file = folder.resolve("quotes.db");
        QuoteDatabase.open(file, new Random(1)).close();
        try (Connection connection = connect(file)) {
            execute(connection, "update quote set text = 'mine' || id");
        }

        try (var quotes = QuoteDatabase.open(file, new Random(1))) {
            assertThat(quotes.pick().text()).startsWith("mine");
        }
    }

    @Test
    void the_file_of_a_newer_version_is_refused() throws SQLException {
        Path file = folder.resolve("newer.db");
        try (Connection connection = connect(file)) {
            execute(connection, "pragma user_version = 99");
        }

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> QuoteDatabase.open(file, new Random(1)))
                .withMessageContaining("newer version");
    }

    @Test
    void what_is_no_database_is_refused_by_name() throws Exception {
        Path file =
                Files.writeString(folder.resolve("notes.txt"), "This is a text and not a database at all.".repeat(50));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> QuoteDatabase.open(file, new Random(1)))
                .withMessageContaining("notes.txt");
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

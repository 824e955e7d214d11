package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends DatabaseContract {
    @Override
    Database open() {
        return TestDatabases.sqlite();
    }

    @Test
    void aChangeSurvivesClosingAndOpening(@TempDir Path home) {
        var address = new DatabaseAddress.Embedded(home.resolve("tako.db"));
        List<String> migrations = List.of("db/migration/platform");
        long before;
        try (Database database = Databases.open(address, migrations)) {
            before = database.<Long>write(tx -> tx.next("Things"));
        }
        try (Database database = Databases.open(address, migrations)) {
            assertThat(database.<Long>write(tx -> tx.next("Things"))).isEqualTo(before + 1);
        }
    }

    @Test
    void aFullDiskRefusesChangesWithASentenceAndLosesNothing(@TempDir Path home) {
        var address = new DatabaseAddress.Embedded(home.resolve("tako.db"));
        try (Database database = Databases.open(address, List.of("db/migration/platform"))) {
            database.change(tx -> {
                tx.update("create table note (text text)").execute();
                tx.update("insert into note values ('kept')").execute();
            });
            database.change(tx ->
                    tx.query("pragma max_page_count = 1").mapTo(Integer.class).one());

            assertThatThrownBy(() -> database.change(tx -> tx.update("insert into note values (:text)")
                            .bind("text", "x".repeat(1_000_000))
                            .execute()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("full");

            assertThat(database.<Integer>read(view -> view.query("select count(*) from note")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(1);
            database.change(
                    tx -> tx.update("insert into note values ('works again')").execute());
        }
    }
}

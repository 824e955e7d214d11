package tako.bench.writes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;

class SqliteCommitsTest {
    @TempDir
    private Path folder;

    @Test
    void countsEachCommitAlsoBeyondACheckpointOfTheLog() throws Exception {
        Path file = folder.resolve("tako.db");
        Database database = Databases.open(new DatabaseAddress.Embedded(file), List.of("db/migration/platform"));
        try (SqliteCommits commits = SqliteCommits.of(database, file);
                database) {
            long before = commits.count();
            for (int i = 0; i < 1_500; i++) {
                database.write(tx -> tx.next("Things"));
            }

            assertThat(commits.count() - before).isEqualTo(1_500);
        }
    }
}

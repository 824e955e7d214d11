package tako.bench.writes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tako.bench.harness.Arena;

/** A tenth of the size: both sides store the same rows; how fast is for the benchmark to say. */
class WritesTest {
    @Test
    void bothSidesStoreTheSameRowsOnSqlite() throws Exception {
        try (Arena writes = SqliteWrites.of(1_000)) {
            assertThat(writes.ours()).isPositive();
            assertThat(writes.peer()).isPositive();
            assertThat(writes.settings())
                    .anyMatch(line -> line.matches(".*synchronous=FULL, [0-9.]+ documents per commit"));
        }
    }

    @Test
    void bothSidesStoreTheSameRowsOnPostgres() throws Exception {
        try (Arena writes = PostgresWrites.of(200)) {
            assertThat(writes.ours()).isPositive();
            assertThat(writes.peer()).isPositive();
            assertThat(writes.settings()).anyMatch(line -> line.contains("fsync=on, synchronous_commit=on"));
        }
    }
}

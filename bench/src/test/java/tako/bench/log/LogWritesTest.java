package tako.bench.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.bench.harness.Further;
import tako.bench.harness.Incorrect;
import tako.platform.log.FileLogStore;

/** A tenth of the size: every line is stored, on both sides in the same groups; how fast is for the benchmark to say. */
class LogWritesTest {
    @TempDir
    private Path folder;

    @Test
    void bothSidesStoreEveryLineInTheSameGroups() throws Exception {
        try (LogWrites writes = LogWrites.of(new LogWrites.Size(10_000, 100_000))) {
            assertThat(writes.ours()).isPositive();
            assertThat(writes.peer()).isPositive();

            assertThat(writes.further()).extracting(Further::name).containsExactly("tail");
            assertThat(writes.beside())
                    .anyMatch(line -> line.startsWith("as rows on SQLite"))
                    .anyMatch(line -> line.startsWith("as rows on PostgreSQL"));
            assertThat(writes.settings()).anyMatch(line -> line.contains("8 tasks with 10000 lines each"));
        }
    }

    @Test
    void aGroupIsWhatWasWrittenBeforeItWasPutOnDisk() throws Exception {
        Path log = Files.createDirectories(folder.resolve("a"));

        Groups groups = Groups.during(folder, () -> {
            try (FileChannel out =
                    FileChannel.open(log.resolve("1"), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
                out.write(ByteBuffer.allocate(3));
                out.write(ByteBuffer.allocate(4));
                out.force(false);
                out.write(ByteBuffer.allocate(5));
                out.force(false);
            }
        });

        assertThat(groups.of("a")).containsExactly(7, 5);
    }

    @Test
    void aLineThatIsMissingIsNoticed() throws Exception {
        try (FileLogStore store = new FileLogStore(folder, InstantSource.system())) {
            new TaskLines(10).write(store, "a");

            new TaskLines(10).check(store, "a");
            assertThatThrownBy(() -> new TaskLines(11).check(store, "a"))
                    .isInstanceOf(Incorrect.class)
                    .hasMessage("lines in the log a: 10 instead of 11");
        }
    }
}

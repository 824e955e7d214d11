package tako.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a log when the process that writes it is killed again and again. */
@Tag("crash")
@Timeout(120)
class FileLogCrashTest {
    private static final int KILLS = 6;
    private static final int THREADS = 3;

    @TempDir
    Path folder = Path.of("");

    private final Random random = new Random(7);
    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void every_acknowledged_line_is_there_once_and_in_order_after_each_kill() throws Exception {
        for (int attempt = 1; attempt <= KILLS; attempt++) {
            writeUntilKilled(attempt);
            assertThat(acknowledged)
                    .as("the process wrote before it was killed")
                    .isNotEmpty();
            assertAllIsThere();
        }
    }

    private void writeUntilKilled(int attempt) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogWriterProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(attempt),
                        Integer.toString(THREADS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int enough = 1 + random.nextInt(400);
        try (BufferedReader out = writer.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged.add(line);
                if (--enough == 0) {
                    // By its handle: the process itself would close the pipe, and with it what was acknowledged.
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private void assertAllIsThere() throws IOException {
        List<LogLine> lines = new ArrayList<>();
        try (FileLogStore store = new FileLogStore(folder, InstantSource.system(), LogWriterProcess.SEGMENT)) {
            store.each(LogWriterProcess.LOG, lines::add);
            assertThat(store.lines(LogWriterProcess.LOG, LineQuery.tail(1)).last())
                    .isEqualTo(lines.size());
            assertThat(store.tree(LogWriterProcess.LOG).stream()
                            .mapToLong(node -> node.lines().byLevel().getOrDefault(Level.INFO, 0L))
                            .sum())
                    .isEqualTo(lines.size());
        }
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).number()).isEqualTo(i + 1L);
        }
        List<String> texts = lines.stream().map(LogLine::text).toList();
        assertThat(texts).doesNotHaveDuplicates().containsAll(acknowledged);
        for (int thread = 0; thread < THREADS; thread++) {
            String mine = " of " + thread;
            assertThat(texts.stream().filter(text -> text.endsWith(mine)).toList())
                    .containsSubsequence(acknowledged.stream()
                            .filter(text -> text.endsWith(mine))
                            .toList());
        }
    }
}

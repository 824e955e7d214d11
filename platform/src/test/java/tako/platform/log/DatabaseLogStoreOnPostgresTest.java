package tako.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

class DatabaseLogStoreOnPostgresTest extends DatabaseLogStoreContract {
    @Override
    FreshDatabase fresh() {
        return TestDatabases.postgres();
    }

    @Test
    void another_node_hears_once_of_a_log_that_grew_and_reads_it() {
        try (LogStore other = new DatabaseLogStore(fresh.another(), clock)) {
            ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
            other.onAppend(heard::add);

            write(1, "line");

            await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(LOG));
            assertThat(other.lines(LOG, LineQuery.tail(1)).lines())
                    .extracting(LogLine::text)
                    .containsExactly("line");
        }
    }

    @Test
    void a_node_that_slept_is_fenced_by_the_one_that_took_over() {
        LogWriter slept = store().writer(LOG, 1);
        slept.open("root", "", "Deploy");
        slept.line("root", Level.INFO, "one");
        slept.flush();
        try (LogStore other = new DatabaseLogStore(fresh.another(), clock);
                LogWriter next = other.writer(LOG, 2)) {
            slept.line("root", Level.INFO, "nobody acknowledged it");
            assertThatThrownBy(slept::flush).isInstanceOf(LogFenced.class);
            next.line("root", Level.INFO, "two");
        }
        assertThat(everything()).extracting(LogLine::text).containsExactly("one", "two");
        assertNumberedWithoutGaps();
    }

    @Test
    void many_logs_grow_on_two_nodes_at_once() throws Exception {
        try (LogStore other = new DatabaseLogStore(fresh.another(), clock);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> fill((i % 2 == 0 ? store() : other), "ServerTasks-" + i)))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
        for (int i = 0; i < 16; i++) {
            assertThat(store().lines("ServerTasks-" + i, LineQuery.tail(1)).last())
                    .isEqualTo(30);
        }
    }

    private static void fill(LogStore store, String log) {
        try (LogWriter writer = store.writer(log, 1)) {
            writer.open("root", "", "Deploy");
            Collections.nCopies(30, "line").forEach(line -> {
                writer.line("root", Level.INFO, line);
                writer.flush();
            });
        }
    }
}

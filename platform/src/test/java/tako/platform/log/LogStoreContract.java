package tako.platform.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.platform.task.ManualClock;

@Timeout(60)
abstract class LogStoreContract {
    static final String LOG = "ServerTasks-1";

    final ManualClock clock = new ManualClock();
    private @Nullable LogStore store;

    /** Opens the test's logs, which the store before has let go of. */
    abstract LogStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store().close();
    }

    LogStore store() {
        return requireNonNull(store);
    }

    private void reopenStore() throws Exception {
        closeStore();
        openStore();
    }

    /** Writes lines into the node "root" as one run. */
    void write(long epoch, String... lines) {
        try (LogWriter writer = store().writer(LOG, epoch)) {
            writer.open("root", "", "Deploy");
            for (String line : lines) {
                writer.line("root", Level.INFO, line);
            }
        }
    }

    private List<String> texts(LineQuery query) {
        return store().lines(LOG, query).lines().stream().map(LogLine::text).toList();
    }

    List<LogLine> everything() {
        List<LogLine> lines = new ArrayList<>();
        store().each(LOG, lines::add);
        return lines;
    }

    void assertNumberedWithoutGaps() {
        List<LogLine> lines = everything();
        assertThat(lines)
                .extracting(LogLine::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, lines.size()).boxed().toList());
    }

    @Test
    void lines_are_numbered_from_one_in_the_order_of_writing() {
        write(1, "first", "second");

        assertThat(store().lines(LOG, LineQuery.after(0, 10)))
                .isEqualTo(new LogPage(
                        List.of(
                                new LogLine(1, "root", Level.INFO, clock.instant(), "first"),
                                new LogLine(2, "root", Level.INFO, clock.instant(), "second")),
                        2));
    }

    @Test
    void an_unknown_log_is_empty() {
        for (String log : List.of("ServerTasks-404", "", "../secrets")) {
            assertThat(store().tree(log)).isEmpty();
            assertThat(store().lines(log, LineQuery.tail(10))).isEqualTo(new LogPage(List.of(), 0));
            assertThat(store().search(log, "x", LineQuery.after(0, 10))).isEqualTo(new LogMatches(List.of(), 0));
            store().each(log, line -> {
                throw new AssertionError(line);
            });
            store().remove(log);
        }
    }

    @Test
    void a_text_of_several_lines_is_several_lines_and_an_empty_one_is_one() {
        write(1, "a\nb\r\nc", "", "d\n", "e\0f");

        assertThat(texts(LineQuery.after(0, 10))).containsExactly("a", "b", "c", "", "d", "e\uFFFDf");
    }

    @Test
    void what_was_flushed_is_read_at_once_while_the_writer_goes_on() {
        try (LogWriter writer = store().writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.line("root", Level.INFO, "one");
            writer.flush();
            assertThat(texts(LineQuery.tail(5))).containsExactly("one");
            writer.line("root", Level.INFO, "two");
            writer.flush();
            assertThat(texts(LineQuery.after(1, 5))).containsExactly("two");
        }
    }

    @Test
    void what_nobody_flushes_is_read_a_moment_later() {
        try (LogWriter writer = store().writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.line("root", Level.INFO, "one");

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> texts(LineQuery.tail(5)).equals(List.of("one")));
        }
    }

    @Test
    void ranges_and_tails_are_read_in_ascending_order() {
        write(1, "1", "2", "3", "4", "5");

        assertThat(texts(LineQuery.after(0, 2))).containsExactly("1", "2");
        assertThat(texts(LineQuery.after(3, 10))).containsExactly("4", "5");
        assertThat(texts(LineQuery.after(5, 10))).isEmpty();
        assertThat(texts(LineQuery.tail(2))).containsExactly("4", "5");
        assertThat(texts(LineQuery.tail(0))).isEmpty();
        assertThat(store().lines(LOG, LineQuery.after(77, 10)).last()).isEqualTo(5);
    }

    /** root (1 line), step-1 (2 lines) with target (3 lines), step-2 (1 line). */
    private void writeTree() {
        try (LogWriter writer = store().writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.line("root", Level.INFO, "begin");
            writer.open("step-1", "root", "Step 1");
            writer.line("step-1", Level.INFO, "on one target");
            writer.open("step-1/a", "step-1", "Target a");
            writer.line("step-1/a", Level.VERBOSE, "details");
            writer.line("step-1/a", Level.ERROR, "It broke");
            writer.line("step-1", Level.WARNING, "a target failed");
            writer.line("step-1/a", Level.ERROR, "It is still broken");
            clock.advance(Duration.ofSeconds(3));
            writer.close("step-1/a", NodeStatus.FAILED);
            writer.progress("step-1", 50, "half");
            writer.open("step-2", "root", "Step 2");
            writer.line("step-2", Level.ERROR, "broken, too");
        }
    }

    private List<String> texts(Optional<String> node, Set<Level> levels, LineQuery.Range range, int take) {
        return texts(new LineQuery(node, levels, range, take));
    }

    @Test
    void a_node_filter_takes_the_nodes_below_it_along() {
        writeTree();
        LineQuery.Range all = new LineQuery.Range.After(0);

        assertThat(texts(Optional.of("step-1"), Set.of(), all, 10))
                .containsExactly("on one target", "details", "It broke", "a target failed", "It is still broken");
        assertThat(texts(Optional.of("step-1/a"), Set.of(), all, 10))
                .containsExactly("details", "It broke", "It is still broken");
        assertThat(texts(Optional.of("root"), Set.of(), all, 99)).hasSize(7);
        assertThat(texts(Optional.of("step-9"), Set.of(), all, 10)).isEmpty();
    }

    @Test
    void levels_nodes_and_ranges_are_combined() {
        writeTree();
        Set<Level> errors = Set.of(Level.ERROR, Level.FATAL);
        LineQuery.Range tail = new LineQuery.Range.Tail();

        assertThat(texts(Optional.empty(), errors, tail, 2)).containsExactly("It is still broken", "broken, too");
        assertThat(texts(Optional.of("step-1"), errors, tail, 1)).containsExactly("It is still broken");
        assertThat(texts(Optional.of("step-1"), errors, new LineQuery.Range.After(4), 9))
                .containsExactly("It is still broken");
        assertThat(texts(Optional.empty(), Set.of(Level.FATAL), tail, 9)).isEmpty();
    }

    @Test
    void a_search_ignores_case_and_counts_all_matches() {
        writeTree();

        assertThat(store().search(LOG, "BROKE", LineQuery.after(0, 2))).isEqualTo(new LogMatches(List.of(4L, 6L), 3));
        assertThat(store().search(LOG, "broke", LineQuery.after(4, 2))).isEqualTo(new LogMatches(List.of(6L, 7L), 3));
        assertThat(store().search(LOG, "broke", LineQuery.tail(1))).isEqualTo(new LogMatches(List.of(7L), 3));
        assertThat(store().search(LOG, "broke", LineQuery.after(0, 9).in("step-1")))
                .isEqualTo(new LogMatches(List.of(4L, 6L), 2));
        assertThat(store().search(LOG, "b.*e", LineQuery.after(0, 9)).total()).isZero();
    }

    @Test
    void a_search_ignores_the_case_of_all_letters() {
        write(1, "Größe geändert");

        assertThat(store().search(LOG, "GRÖSSE", LineQuery.after(0, 9)).total()).isZero();
        assertThat(store().search(LOG, "ÄNDERT", LineQuery.after(0, 9)).total()).isEqualTo(1);
    }

    @Test
    void the_tree_tells_how_its_nodes_stand_and_where_their_lines_are() {
        Instant began = clock.instant();
        writeTree();

        assertThat(store().tree(LOG)).extracting(LogNode::id).containsExactly("root", "step-1", "step-1/a", "step-2");
        assertThat(store().tree(LOG).get(1))
                .isEqualTo(new LogNode(
                        "step-1",
                        "root",
                        "Step 1",
                        NodeStatus.RUNNING,
                        began,
                        Optional.empty(),
                        50,
                        "half",
                        new LogNode.Lines(2, 5, Map.of(Level.INFO, 1L, Level.WARNING, 1L))));
        assertThat(store().tree(LOG).get(2))
                .isEqualTo(new LogNode(
                        "step-1/a",
                        "step-1",
                        "Target a",
                        NodeStatus.FAILED,
                        began,
                        Optional.of(began.plusSeconds(3)),
                        0,
                        "",
                        new LogNode.Lines(3, 6, Map.of(Level.VERBOSE, 1L, Level.ERROR, 2L))));
    }

    @Test
    void the_tree_is_the_same_after_a_restart() throws Exception {
        writeTree();
        List<LogNode> before = store().tree(LOG);

        reopenStore();

        assertThat(store().tree(LOG)).isEqualTo(before);
    }

    @Test
    void a_node_that_is_opened_again_runs_again_from_where_it_was() {
        writeTree();
        List<LogNode> before = store().tree(LOG);
        clock.advance(Duration.ofMinutes(1));
        try (LogWriter writer = store().writer(LOG, 2)) {
            writer.open("step-1/a", "step-1", "Target a, again");
            writer.line("step-1/a", Level.INFO, "second attempt");
            writer.flush();
            LogNode again = store().tree(LOG).get(2);

            assertThat(again.title()).isEqualTo("Target a, again");
            assertThat(again.status()).isEqualTo(NodeStatus.RUNNING);
            assertThat(again.ended()).isEmpty();
            assertThat(again.started()).isEqualTo(before.get(2).started());
            assertThat(again.lines().first()).isEqualTo(3);
            assertThat(again.lines().last()).isEqualTo(8);
            writer.close("step-1/a", NodeStatus.SUCCESS);
        }
        assertThat(store().tree(LOG)).hasSize(4);
        assertThat(store().tree(LOG).get(2).status()).isEqualTo(NodeStatus.SUCCESS);
    }

    @Test
    void progress_stays_between_0_and_100() {
        try (LogWriter writer = store().writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.progress("root", 120, "more than all");
            writer.flush();
            assertThat(store().tree(LOG).getFirst().percentage()).isEqualTo(100);
            writer.progress("root", -1, "");
            writer.flush();
            assertThat(store().tree(LOG).getFirst().percentage()).isZero();
        }
    }

    @Test
    void what_was_never_opened_is_refused() {
        try (LogWriter writer = store().writer(LOG, 1)) {
            assertThatThrownBy(() -> writer.line("step-1", Level.INFO, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("step-1");
            assertThatThrownBy(() -> writer.open("a", "step-1", "A")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.close("step-1", NodeStatus.SUCCESS))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.open("", "", "A")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void numbers_go_on_across_runs_and_restarts() throws Exception {
        write(1, "one");
        write(2, "two");
        reopenStore();
        write(2, "three");
        reopenStore();
        write(7, "four");

        assertThat(texts(LineQuery.after(0, 9))).containsExactly("one", "two", "three", "four");
        assertNumberedWithoutGaps();
    }

    @Test
    void a_newer_run_fences_an_older_one() {
        LogWriter old = store().writer(LOG, 1);
        old.open("root", "", "Deploy");
        old.line("root", Level.INFO, "acknowledged");
        old.flush();

        write(2, "newer");

        old.line("root", Level.INFO, "lost with its run");
        assertThatThrownBy(old::flush).isInstanceOf(LogFenced.class).hasMessageContaining(LOG);
        assertThatThrownBy(() -> old.line("root", Level.INFO, "x")).isInstanceOf(LogFenced.class);
        assertThatThrownBy(old::close).isInstanceOf(LogFenced.class);
        old.close();
        assertThat(texts(LineQuery.after(0, 9))).containsExactly("acknowledged", "newer");
    }

    @Test
    void a_fenced_run_learns_it_although_it_has_nothing_to_write() {
        LogWriter old = store().writer(LOG, 1);
        write(2);

        assertThatThrownBy(old::flush).isInstanceOf(LogFenced.class);
    }

    @Test
    void an_older_run_does_not_get_a_log_also_after_a_restart() throws Exception {
        store().writer(LOG, 5).close();
        assertThatThrownBy(() -> store().writer(LOG, 4)).isInstanceOf(LogFenced.class);

        reopenStore();

        assertThatThrownBy(() -> store().writer(LOG, 4)).isInstanceOf(LogFenced.class);
        write(5, "same run");
        assertThat(texts(LineQuery.tail(9))).containsExactly("same run");
    }

    @Test
    void no_line_of_many_threads_is_dropped_and_each_thread_keeps_its_order() throws Exception {
        int writers = 8;
        int lines = 500;
        try (LogWriter writer = store().writer(LOG, 1);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = IntStream.range(0, writers)
                    .mapToObj(thread -> threads.submit(() -> {
                        String node = "n" + thread;
                        writer.open(node, "", "Thread " + thread);
                        for (int i = 0; i < lines; i++) {
                            writer.line(node, Level.INFO, Integer.toString(i));
                            if (i % 100 == 0) {
                                writer.flush();
                            }
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertNumberedWithoutGaps();
        List<String> expected =
                IntStream.range(0, lines).mapToObj(Integer::toString).toList();
        for (int thread = 0; thread < writers; thread++) {
            assertThat(texts(LineQuery.after(0, lines + 1).in("n" + thread))).isEqualTo(expected);
        }
    }

    @Test
    void an_interrupted_run_still_writes_how_it_ended() {
        Thread.currentThread().interrupt();
        write(1, "canceled");
        List<String> read = texts(LineQuery.tail(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).containsExactly("canceled");
    }

    @Test
    void several_logs_do_not_disturb_each_other() {
        try (LogWriter one = store().writer("ServerTasks-1", 1);
                LogWriter other = store().writer("ServerTasks-2", 9)) {
            for (LogWriter writer : List.of(one, other, one)) {
                writer.open("root", "", "Deploy");
                writer.line("root", Level.INFO, "line");
                writer.flush();
            }
        }
        assertThat(store().lines("ServerTasks-1", LineQuery.tail(1)).last()).isEqualTo(2);
        assertThat(store().lines("ServerTasks-2", LineQuery.tail(1)).last()).isEqualTo(1);
    }

    @Test
    void a_removed_log_is_gone_and_its_writer_fenced() throws Exception {
        LogWriter writer = store().writer(LOG, 1);
        writer.open("root", "", "Deploy");
        writer.line("root", Level.INFO, "line");
        writer.flush();

        store().remove(LOG);

        assertThat(store().tree(LOG)).isEmpty();
        assertThat(everything()).isEmpty();
        writer.line("root", Level.INFO, "late");
        assertThatThrownBy(writer::flush).isInstanceOf(LogFenced.class);
        reopenStore();
        assertThat(store().tree(LOG)).isEmpty();
        write(1, "anew");
        assertNumberedWithoutGaps();
    }

    @Test
    void listeners_hear_of_logs_that_grew_and_one_that_fails_disturbs_nobody() {
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        store().onAppend(log -> {
            throw new IllegalStateException("a listener's fault");
        });
        store().onAppend(heard::add);

        write(1, "line");

        await().atMost(Duration.ofSeconds(10)).until(() -> heard.contains(LOG));
    }

    @Test
    void closing_the_store_stores_what_waits_and_refuses_what_comes_later() throws Exception {
        LogWriter writer = store().writer(LOG, 1);
        writer.open("root", "", "Deploy");
        writer.line("root", Level.INFO, "last words");

        reopenStore();

        assertThat(texts(LineQuery.tail(1))).containsExactly("last words");
        assertThatThrownBy(() -> writer.line("root", Level.INFO, "too late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void long_and_strange_lines_come_back_as_they_were() throws Exception {
        String line = "x".repeat(3 << 20) + " ☃ 😀 \u001b[31mred\t";
        write(1, line, "after");
        reopenStore();

        assertThat(texts(LineQuery.after(0, 9))).containsExactly(line, "after");
    }
}

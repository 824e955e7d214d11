package tako.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogStoreTest extends LogStoreContract {
    private static final int SEGMENT = 64 << 10;

    @TempDir
    Path folder = Path.of("");

    @Override
    LogStore open() throws IOException {
        return new FileLogStore(folder.resolve("logs"), clock, SEGMENT);
    }

    private FileLogStore files() {
        return (FileLogStore) store();
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("logs").resolve(LOG))) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .sorted()
                    .toList();
        }
    }

    private void restart() throws Exception {
        closeStore();
        openStore();
    }

    /** 100,000 lines in a hundred segments; each tenth in the node "tenth", the one with number 50,000 an error. */
    private void writeLongLog() {
        try (LogWriter writer = store().writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.open("tenth", "root", "Each tenth");
            for (int i = 1; i <= 100_000; i++) {
                writer.line(
                        i % 10 == 0 ? "tenth" : "root",
                        i == 50_000 ? Level.ERROR : Level.INFO,
                        "line " + i + " of a log that is long enough to need several segments");
                if (i % 500 == 0) {
                    writer.flush();
                }
            }
        }
    }

    private long bytesReadBy(Runnable reading) {
        long before = files().bytesRead();
        reading.run();
        return files().bytesRead() - before;
    }

    @Test
    void a_long_log_is_opened_anywhere_by_reading_little_of_it() throws Exception {
        writeLongLog();
        assertThat(segments()).hasSizeGreaterThan(50);
        restart();
        int few = 4 * 2 * SEGMENT;

        assertThat(bytesReadBy(() ->
                        assertThat(store().tree(LOG).get(1).lines().last()).isEqualTo(100_000)))
                .as("the tree")
                .isZero();
        assertThat(bytesReadBy(
                        () -> assertThat(store().lines(LOG, LineQuery.tail(200)).lines())
                                .hasSize(200)
                                .last()
                                .extracting(LogLine::number)
                                .isEqualTo(100_000L)))
                .as("the tail")
                .isLessThan(few);
        assertThat(bytesReadBy(() -> assertThat(
                                store().lines(LOG, LineQuery.after(70_000, 100)).lines())
                        .hasSize(100)
                        .first()
                        .extracting(LogLine::number)
                        .isEqualTo(70_001L)))
                .as("a range")
                .isLessThan(few);
        LineQuery error = new LineQuery(Optional.empty(), Set.of(Level.FATAL), new LineQuery.Range.Tail(), 10);
        assertThat(bytesReadBy(
                        () -> assertThat(store().lines(LOG, error).lines()).isEmpty()))
                .as("what the counts rule out")
                .isZero();
    }

    @Test
    void a_long_log_is_read_whole_and_searched_across_segments() throws Exception {
        writeLongLog();
        restart();

        assertNumberedWithoutGaps();
        assertThat(store().search(LOG, "LINE 7777", LineQuery.after(0, 3)))
                .isEqualTo(new LogMatches(List.of(7777L, 77_770L, 77_771L), 11));
        LineQuery errors = new LineQuery(Optional.of("tenth"), Set.of(Level.ERROR), new LineQuery.Range.Tail(), 10);
        assertThat(store().lines(LOG, errors).lines())
                .extracting(LogLine::number)
                .containsExactly(50_000L);
        assertThat(store().lines(LOG, LineQuery.tail(20_000).in("tenth")).lines())
                .hasSize(10_000);
    }

    @Test
    void the_tree_is_read_from_the_lines_when_its_copy_is_lost_torn_or_old() throws Exception {
        write(1, IntStream.range(0, 3000).mapToObj(i -> "line " + i).toArray(String[]::new));
        Path copy = folder.resolve("logs").resolve(LOG).resolve("tree");
        byte[] old = Files.readAllBytes(copy);
        write(2, "more");
        List<LogNode> tree = store().tree(LOG);

        for (byte[] bytes : List.of(old, Arrays.copyOf(old, old.length - 3), new byte[0])) {
            closeStore();
            Files.write(copy, bytes);
            openStore();
            assertThat(store().tree(LOG)).isEqualTo(tree);
        }
        closeStore();
        Files.delete(copy);
        openStore();
        assertThat(store().tree(LOG)).isEqualTo(tree);
    }

    @Test
    void a_record_that_was_torn_by_a_crash_is_cut_off_at_every_place() throws Exception {
        write(1, "one", "two");
        closeStore();
        Path segment = segments().getFirst();
        byte[] whole = Files.readAllBytes(segment);
        openStore();
        write(1, "torn");
        closeStore();
        byte[] longer = Files.readAllBytes(segment);

        for (int length = whole.length; length < longer.length; length++) {
            Files.write(segment, Arrays.copyOf(longer, length));
            openStore();
            write(1, "after");
            assertThat(everything()).extracting(LogLine::text).containsExactly("one", "two", "after");
            assertNumberedWithoutGaps();
            closeStore();
        }
        openStore();
    }

    @Test
    void a_segment_that_power_failed_on_is_begun_again() throws Exception {
        write(1, "one");
        closeStore();
        Path segment = segments().getFirst();
        for (byte[] start : List.of(new byte[0], new byte[3], new byte[4096])) {
            Files.write(segment, start);
            openStore();
            write(1, "anew");
            assertThat(everything()).extracting(LogLine::text).containsExactly("anew");
            closeStore();
        }
        openStore();
    }

    @Test
    void a_damaged_segment_is_named_and_not_passed_over() throws Exception {
        writeLongLog();
        closeStore();
        Path damaged = segments().get(3);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        openStore();

        assertThatThrownBy(this::everything)
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining(damaged.toString())
                .hasMessageContaining("restore");
        assertThat(store().lines(LOG, LineQuery.tail(5)).lines()).hasSize(5);
    }

    @Test
    void a_log_of_a_newer_format_is_refused_and_left_alone() throws Exception {
        write(1, "one");
        closeStore();
        Path segment = segments().getFirst();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[7] = 2;
        Files.write(segment, bytes);
        Files.delete(segment.resolveSibling("tree"));
        openStore();

        assertThatThrownBy(() -> store().tree(LOG))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("format 2");
        assertThatThrownBy(() -> store().writer(LOG, 2)).isInstanceOf(LogUnavailable.class);
        assertThat(segment).hasBinaryContent(bytes);
    }

    @Test
    void a_name_that_is_no_folder_cannot_be_written() {
        for (String name : List.of("", "..", "a/b", ".hidden", "x".repeat(101))) {
            assertThatThrownBy(() -> store().writer(name, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void more_logs_than_are_kept_open_are_all_there() {
        for (int i = 0; i < 300; i++) {
            try (LogWriter writer = store().writer("ServerTasks-" + i, 1)) {
                writer.open("root", "", "Task " + i);
                writer.line("root", Level.INFO, "line of " + i);
            }
        }
        for (int i = 0; i < 300; i++) {
            assertThat(store().lines("ServerTasks-" + i, LineQuery.tail(1)).lines())
                    .extracting(LogLine::text)
                    .containsExactly("line of " + i);
        }
    }

    @Test
    void lines_that_find_no_room_wait_until_there_is_some() throws Exception {
        try (LogWriter writer = store().writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.line("root", Level.INFO, "x".repeat(SEGMENT));
            writer.flush();
            Path next = segments().getFirst().resolveSibling("%019d.segment".formatted(2));
            Files.createSymbolicLink(next, Path.of("/dev/full"));

            writer.line("root", Level.INFO, "two");
            assertThatThrownBy(writer::flush)
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("No space left")
                    .hasMessageContaining("make sure that there is room");
            writer.line("root", Level.INFO, "three");
            assertThatThrownBy(writer::flush).isInstanceOf(LogUnavailable.class);
            assertThat(store().lines(LOG, LineQuery.tail(1)).last()).isEqualTo(1);
            assertThat(store().tree(LOG).getFirst().lines().last()).isEqualTo(1);

            Files.delete(next);
            writer.flush();
        }
        restart();
        assertNumberedWithoutGaps();
        assertThat(everything()).extracting(LogLine::text).containsExactly("x".repeat(SEGMENT), "two", "three");
    }

    @Test
    void a_writer_that_outruns_a_store_without_room_is_told_instead_of_filling_the_memory() throws Exception {
        try (LogWriter writer = store().writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.line("root", Level.INFO, "x".repeat(SEGMENT));
            writer.flush();
            Path next = segments().getFirst().resolveSibling("%019d.segment".formatted(2));
            Files.createSymbolicLink(next, Path.of("/dev/full"));
            String line = "y".repeat(1 << 20);

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            writer.line("root", Level.INFO, line);
                        }
                    })
                    .isInstanceOf(LogUnavailable.class);

            Files.delete(next);
        }
        assertNumberedWithoutGaps();
        assertThat(everything()).hasSizeBetween(2, 10);
    }
}

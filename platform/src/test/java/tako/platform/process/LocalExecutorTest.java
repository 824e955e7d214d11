package tako.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tako.platform.process.Executor.Execution;
import tako.platform.process.Executor.Exit;

@ParameterizedClass(name = "{0}")
@MethodSource("kinds")
@Timeout(60)
class LocalExecutorTest {
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofMillis(200), Duration.ofSeconds(7), Duration.ofMillis(300), Duration.ofMillis(500));

    @Parameter
    Isolation.Kind kind = Isolation.Kind.PROCESS_GROUP;

    @TempDir
    Path home = Path.of("");

    private final RecordedOutput output = new RecordedOutput();
    private final Trace trace = Trace.fresh();
    private LocalExecutor executor = newExecutor();

    static Stream<Isolation.Kind> kinds() {
        return Stream.of(Isolation.Kind.values()).filter(Isolation::works);
    }

    @BeforeEach
    void open() {
        executor.close();
        executor = newExecutor();
    }

    @AfterEach
    void close() {
        executor.close();
    }

    private LocalExecutor newExecutor() {
        return new LocalExecutor(home.resolve("work"), Isolation.of(kind), BOUNDS);
    }

    private Execution bash(String script) {
        return start(command("bash", "-c", script));
    }

    private static Command command(String... argv) {
        return new Command(Map.of(), List.of(argv), Map.of(), Optional.empty());
    }

    private Execution start(Command command) {
        return executor.start("item-1/attempt 1", command, output);
    }

    @Test
    void delivers_the_lines_of_both_streams_in_order_and_the_exit_code() throws Exception {
        var execution = bash("echo one; echo two; echo bad >&2; exit 7");

        assertThat(execution.await()).isEqualTo(new Exit.Code(7));
        assertThat(output.out).containsExactly("one", "two");
        assertThat(output.err).containsExactly("bad");
    }

    @Test
    void delivers_an_unfinished_last_line() throws Exception {
        bash("printf 'a\\nno end'").await();

        assertThat(output.out).containsExactly("a", "no end");
    }

    @Test
    void tells_a_death_by_signal_as_a_shell_does_without_a_word_of_its_own() throws Exception {
        assertThat(bash("kill -SEGV $$").await()).isEqualTo(new Exit.Code(139));
        assertThat(output.err).isEmpty();
    }

    @Test
    void passes_words_and_files_unchanged_whatever_they_hold() throws Exception {
        var odd = "it's \"$(id)\" `x` \\ \n * é 本";
        var command = new Command(
                Map.of("data/file.txt", odd),
                List.of("bash", "-c", "printf '%s' \"$1\"; cat data/file.txt", "-", odd, ""),
                Map.of(),
                Optional.empty());

        start(command).await();

        assertThat(String.join("\n", output.out)).isEqualTo(odd + odd);
    }

    @Test
    void runs_in_a_fresh_folder_that_only_its_owner_reads_and_that_goes_with_close() throws Exception {
        var command = new Command(
                Map.of("secret", "x"), List.of("bash", "-c", "pwd; echo > made; mkdir locked; chmod 0 locked"),
                Map.of(), Optional.empty());
        var first = start(command);
        var second = start(command);
        first.await();
        second.await();

        assertThat(first.workingFolder()).isNotEqualTo(second.workingFolder());
        assertThat(output.out)
                .containsExactlyInAnyOrder(
                        first.workingFolder().toString(), second.workingFolder().toString());
        assertThat(first.workingFolder().resolve("made")).exists();
        assertThat(permissions(first.workingFolder())).isEqualTo("rwx------");
        assertThat(permissions(first.workingFolder().resolve(".."))).isEqualTo("rwx------");
        assertThat(permissions(first.workingFolder().resolve("secret"))).isEqualTo("rw-------");

        first.close();
        second.close();
        assertThat(home.resolve("work")).isEmptyDirectory();
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void follows_no_link_when_it_removes_the_folder() throws Exception {
        var outside = Files.createDirectory(home.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "x");

        var execution = bash("ln -s '" + outside + "' link");
        execution.await();
        execution.close();

        assertThat(outside.resolve("kept")).exists();
        assertThat(execution.workingFolder()).doesNotExist();
    }

    @Test
    void refuses_a_file_outside_the_working_folder() {
        var command = new Command(Map.of("../x", ""), List.of("true"), Map.of(), Optional.empty());

        assertThatThrownBy(() -> start(command)).hasMessageContaining("../x");
    }

    @Test
    void gives_a_clean_environment_and_what_the_command_asks_for() throws Exception {
        var command = new Command(
                Map.of(),
                List.of("env"),
                Map.of("MINE", "a b", "odd.name", "1", "BASH_ENV", "/nowhere"),
                Optional.empty());
        var execution = start(command);
        execution.await();

        assertThat(output.out.stream().map(line -> line.substring(0, line.indexOf('='))))
                .contains("PATH", "HOME", "LANG", "TMPDIR", "MINE", "odd.name", "BASH_ENV", "TAKO_RUN")
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "LANG",
                        "TMPDIR",
                        "MINE",
                        "odd.name",
                        "BASH_ENV",
                        "TAKO_RUN",
                        "PWD",
                        "SHLVL",
                        "_");
        assertThat(output.out).contains("MINE=a b", "HOME=" + System.getProperty("user.home"));
    }

    @Test
    void gives_a_temporary_folder_and_an_empty_standard_input() throws Exception {
        var execution = bash("mktemp; cat; echo end");

        assertThat(execution.await()).isEqualTo(new Exit.Code(0));
        assertThat(output.out.getFirst()).startsWith(execution.workingFolder().resolveSibling("tmp") + "/");
        assertThat(output.out.getLast()).isEqualTo("end");
    }

    @Test
    void names_a_missing_program() throws Exception {
        var execution = start(command("no-such-program", "x"));

        assertThat(execution.await())
                .isInstanceOfSatisfying(
                        Exit.NotStarted.class, exit -> assertThat(exit.reason()).contains("no-such-program", "PATH"));
        execution.close();
        assertThat(home.resolve("work")).isEmptyDirectory();
    }

    @Test
    void says_why_no_working_folder_could_be_made() throws Exception {
        Files.writeString(home.resolve("work"), "a file where the folder should be");

        var execution = bash("true");

        assertThat(execution.await())
                .isInstanceOfSatisfying(
                        Exit.NotStarted.class,
                        exit -> assertThat(exit.reason())
                                .contains(home.resolve("work").toString()));
        execution.close();
        assertThat(home.resolve("work")).exists();
    }

    @Test
    void ends_all_children_when_the_script_ends_though_they_hold_its_output() throws Exception {
        var started = System.nanoTime();
        var execution = bash("sleep " + trace.word() + " & setsid sleep " + trace.word() + " & (env -i setsid sleep "
                + trace.word() + " &) ; echo done");

        assertThat(execution.await()).isEqualTo(new Exit.Code(0));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(output.out).containsExactly("done");
        assertThat(trace.processes()).isEmpty();
    }

    @Test
    void cancels_a_script_and_five_stubborn_children_within_two_seconds() throws Exception {
        var execution = bash(trace.stubbornScript());
        await().until(() -> output.out.contains("ready"));

        var started = System.nanoTime();
        execution.cancel();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(trace.processes()).isEmpty();
        assertThat(execution.await()).isEqualTo(new Exit.Cancelled());
    }

    @Test
    void lets_a_script_clean_up_when_it_is_cancelled() throws Exception {
        var execution = bash("trap 'echo cleaned; exit 3' TERM; echo ready; sleep " + trace.word() + " & wait");
        await().until(() -> output.out.contains("ready"));

        execution.cancel();

        assertThat(output.out).containsExactly("ready", "cleaned");
        assertThat(execution.await()).isEqualTo(new Exit.Cancelled());
    }

    @Test
    void ends_a_command_at_its_limit() throws Exception {
        var command = new Command(
                Map.of(), List.of("bash", "-c", trace.stubbornScript()), Map.of(), Optional.of(Duration.ofSeconds(1)));

        assertThat(start(command).await()).isEqualTo(new Exit.TimedOut());
        assertThat(trace.processes()).isEmpty();
    }

    @Test
    void survives_a_script_that_signals_its_own_group() throws Exception {
        var execution = bash("trap : TERM; kill -TERM 0; echo still here; exit 4");

        assertThat(execution.await()).isEqualTo(new Exit.Code(4));
        assertThat(output.out).containsExactly("still here");
    }

    @Test
    void leaves_a_command_running_when_only_the_waiting_thread_is_interrupted() throws Exception {
        var execution = bash("echo ready; sleep " + trace.word());
        await().until(() -> output.out.contains("ready"));
        var waiter = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(execution::await).isInstanceOf(InterruptedException.class));
        waiter.interrupt();
        waiter.join();

        assertThat(trace.processes()).isNotEmpty();
        execution.cancel();
        assertThat(trace.processes()).isEmpty();
    }

    @Test
    void makes_a_command_wait_that_writes_faster_than_its_lines_are_taken() throws Exception {
        var taken = new AtomicLong();
        var gate = new CountDownLatch(1);
        var execution =
                executor.start("flood", command("bash", "-c", "yes | head -n 200000; echo > finished"), (s, line) -> {
                    if (taken.incrementAndGet() == 1000) {
                        awaitGate(gate);
                    }
                });
        await().until(() -> taken.get() == 1000);
        assertThat(execution.workingFolder().resolve("finished")).doesNotExist();

        gate.countDown();
        assertThat(execution.await()).isEqualTo(new Exit.Code(0));
        assertThat(taken).hasValue(200_000);
    }

    private static void awaitGate(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ends_a_command_whose_lines_are_refused_and_hands_the_refusal_on() throws Exception {
        var execution = executor.start("refused", command("bash", "-c", "yes " + trace.word()), (stream, line) -> {
            throw new IllegalStateException("lease lost");
        });

        assertThatThrownBy(execution::await).hasMessage("lease lost");
        assertThat(trace.processes()).isEmpty();
    }

    @Test
    void ends_what_runs_when_it_is_closed() throws Exception {
        var execution = bash(trace.stubbornScript());
        await().until(() -> output.out.contains("ready"));

        executor.close();

        assertThat(trace.processes()).isEmpty();
        assertThat(execution.await()).isEqualTo(new Exit.Cancelled());
    }

    @Test
    void sweeps_the_processes_and_folders_of_an_earlier_server_of_the_same_home_only() throws Exception {
        var folder = home.resolve("work/item.1");
        Files.createDirectories(folder.resolve("work"));
        var other = Trace.fresh();
        var left = orphan(trace, folder);
        var stranger = orphan(other, home.resolve("another/work/item.1"));
        try {
            executor.sweep();

            assertThat(trace.processes()).isEmpty();
            assertThat(other.processes()).hasSize(1);
            assertThat(home.resolve("work")).isEmptyDirectory();
        } finally {
            left.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    private static Process orphan(Trace trace, Path mark) throws Exception {
        var builder = new ProcessBuilder("sleep", trace.word());
        builder.environment().put(LocalExecutor.MARK, mark.toAbsolutePath().toString());
        var process = builder.start();
        await().until(() -> trace.processes().size() == 1);
        return process;
    }

    @Test
    void finds_no_execution_of_an_earlier_server() {
        assertThat(executor.attach("item-1/attempt 1", 0, output)).isEmpty();
    }
}

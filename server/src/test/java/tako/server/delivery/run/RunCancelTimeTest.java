package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.server.delivery.run.RunContract.writes;
import static tako.server.projects.process.Processes.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.TestDatabases;
import tako.platform.process.Bounds;
import tako.platform.process.Command;
import tako.platform.process.Executor.Execution;
import tako.platform.process.Isolation;
import tako.platform.process.LocalExecutor;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskState;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RunContext;

/** How long a cancel takes, from the request to the written end, when a script ignores that it is asked to stop. */
class RunCancelTimeTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Command STUBBORN = new Command(
            Map.of(),
            List.of("bash", "-c", "trap '' TERM HUP; echo ready; while :; do sleep 1000; done"),
            Map.of(),
            Optional.empty());

    @TempDir
    Path folder;

    @Test
    @Tag("rule:task.cancel-within-two-seconds")
    void a_script_that_ignores_the_signal_ends_within_two_seconds() throws Exception {
        List<Duration> times = new ArrayList<>();
        try (LocalExecutor local = new LocalExecutor(folder.resolve("scripts"), Isolation.probe(), Bounds.STANDARD);
                RunFixture runs = fixture()) {
            TaskNode node = runs.threaded("Node-1");
            for (int time = 0; time < 8; time++) {
                times.add(cancelled(runs, node, local));
            }
        }
        assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(LONGEST));
    }

    private RunFixture fixture() throws IOException {
        return new RunFixture(TestDatabases.sqlite("db/migration/server").database(), folder);
    }

    private static Duration cancelled(RunFixture runs, TaskNode node, LocalExecutor local) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        runs.repeat.when("Stubborn", context -> run(context, local, ready));
        String id = runs.queue(process(writes("Stubborn", "stubborn")));
        node.tick();
        assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
        long asked = System.nanoTime();
        runs.cancel(id);
        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            node.tick();
            return runs.task(id).state() == TaskState.CANCELED;
        });
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static Outcome run(RunContext context, LocalExecutor local, CountDownLatch ready)
            throws InterruptedException {
        Execution execution = local.start(context.executionKey(), STUBBORN, (stream, text) -> ready.countDown());
        try {
            execution.await();
            return new Outcome.Failed("It ended by itself.");
        } catch (InterruptedException stopped) {
            execution.cancel();
            throw stopped;
        } finally {
            execution.close();
        }
    }
}

package tako.e2e.wired;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.platform.database.FreshDatabase;
import tako.platform.log.NodeStatus;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.FaultyDatabase.Fault;
import tako.platform.task.TaskInvariants;

/** The n-th write of the tutorial's deployment fails, from the request to the end of the mail: everything ends soon, and nothing happens twice. */
abstract class FailedWritesContract {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MOST_WRITES = 400;
    private static final Set<NodeStatus> OPEN = Set.of(NodeStatus.PENDING, NodeStatus.RUNNING);

    /** What happens at the n-th write. */
    enum How {
        REFUSED(Fault.BEFORE_COMMIT, false),
        ANSWER_LOST(Fault.AFTER_COMMIT, false),
        SERVER_GONE_BEFORE(Fault.BEFORE_COMMIT, true),
        SERVER_GONE_AFTER(Fault.AFTER_COMMIT, true);

        private final Fault fault;
        private final boolean dies;

        How(Fault fault, boolean dies) {
            this.fault = fault;
            this.dies = dies;
        }

        void plan(FaultyDatabase database, int n) {
            if (dies) {
                database.goAwayAtWrite(n, fault);
            } else {
                database.failOnceAtWrite(n, fault);
            }
        }
    }

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private SignedOffWorld world;

    abstract FreshDatabase fresh();

    @BeforeEach
    void start() {
        world = new SignedOffWorld(fresh.database());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("crash")
    void a_tenth_of_the_writes_may_fail(How how) throws Exception {
        fail(how, n -> n <= 3 || n % 10 == 0);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("soak")
    @Tag("soak-nth-write")
    void every_write_may_fail(How how) throws Exception {
        fail(how, n -> true);
    }

    private void fail(How how, IntPredicate chosen) throws Exception {
        int failed = 0;
        Duration longest = Duration.ZERO;
        for (int n = 1; n < MOST_WRITES; n++) {
            if (!chosen.test(n)) {
                continue;
            }
            Run run = run(how, n);
            longest = longest.compareTo(run.took()) > 0 ? longest : run.took();
            if (!run.failed()) {
                System.out.printf(
                        "%s: %s, %d writes failed of fewer than %d, the longest end after %s%n",
                        getClass().getSimpleName(), how, failed, n, longest);
                assertThat(failed).isPositive();
                return;
            }
            failed++;
        }
        throw new AssertionError("There was always one more write to fail");
    }

    /** @param failed whether it came to the n-th write */
    private record Run(boolean failed, Duration took) {}

    private Run run(How how, int n) throws Exception {
        String name = how + " at write " + n;
        world.deploying.effects.clear();
        world.mail.forget();
        int deployments = world.deployments();
        FaultyDatabase faulty = world.server.database();
        Instant begin = world.now();
        how.plan(faulty, n);
        String task = untilEverythingHasEnded(name, deployments);
        Duration took = Duration.between(begin, world.now());
        world.server.database().comeBack();
        check(name, task, faulty.hasFailed() && how.dies);
        assertThat(world.deployments()).as(name).isEqualTo(deployments + 1);
        return new Run(faulty.hasFailed(), took);
    }

    private String untilEverythingHasEnded(String name, int deployments) {
        Instant last = world.now().plus(LONGEST);
        Optional<String> task = Optional.empty();
        while (task.isEmpty() || !world.hasEnded()) {
            assertThat(world.now()).as(() -> name + ": " + unfinished()).isBeforeOrEqualTo(last);
            world.pass();
            world.replaceWhatIsGone();
            if (task.isEmpty()) {
                task = world.deploy(deployments);
            }
            world.answer();
            world.replaceWhatIsGone();
        }
        return task.orElseThrow();
    }

    private String unfinished() {
        return world.database
                .read(view -> view.query("select id, kind, state, waiting_for from task where ended_at is null")
                        .mapToMap()
                        .list())
                .toString();
    }

    private void check(String name, String task, boolean died) throws MessagingException {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(texts("select state from task where id = :task", task))
                .as(name)
                .containsExactly("SUCCESS");
        softly.assertThat(world.deploying.effects)
                .as(name + ": effects")
                .hasSizeBetween(1, died ? 2 : 1)
                .doesNotHaveDuplicates();
        softly.assertThat(texts("select state from interruption where task = :task", task))
                .as(name)
                .containsExactly("ANSWERED");
        softly.assertThat(texts(
                        "select event.id from event join event_regards on event_regards.event_id = event.id"
                                + " join interruption on lower(interruption.id) = lower(event_regards.document)"
                                + " where event.category = 'InterruptionSubmitted' and interruption.task = :task",
                        task))
                .as(name + ": decisions")
                .hasSize(1);
        mails(softly, name, died);
        softly.assertThat(world.log(task))
                .as(name)
                .isNotEmpty()
                .noneMatch(node -> OPEN.contains(node.status()) || node.ended().isEmpty());
        softly.assertThat(world.database.read(TaskInvariants::violations))
                .as(name)
                .isEmpty();
        softly.assertAll();
    }

    /** A mail is sent at least once: twice only where a server has died, and then as the same message. */
    private void mails(SoftAssertions softly, String name, boolean died) throws MessagingException {
        MimeMessage[] received = world.mail.received();
        softly.assertThat(received).as(name + ": mails").hasSizeBetween(1, died ? 2 : 1);
        Set<String> ids = new HashSet<>();
        for (MimeMessage message : received) {
            ids.add(message.getMessageID());
        }
        softly.assertThat(ids).as(name + ": messages").hasSize(1);
    }

    private List<String> texts(String sql, String task) {
        return world.database.read(
                view -> view.query(sql).bind("task", task).mapTo(String.class).list());
    }
}

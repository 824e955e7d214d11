package tako.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.kubernetes.RolloutSpace.Way;
import tako.testbed.Access;
import tako.testbed.Fault;
import tako.testbed.FaultyProxy;
import tako.testbed.Namespace;
import tako.testbed.TestAuthority;
import tako.testbed.TestCluster;
import tools.jackson.databind.JsonNode;

/** What a cluster can do to a deployment and to a health check: each says in one sentence what is wrong and what to do. */
@Tag("outside")
@Tag("cluster")
@Timeout(240)
class ClusterGoneTest {
    private static final URI NOBODY = URI.create("https://127.0.0.1:1");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The limit of a step that waits in vain, in seconds. */
    private static final int LIMIT = 20;
    /** What a cluster that says nothing may add to a bound: one request. */
    private static final int REQUEST = 30;
    /** What a loaded machine may add. */
    private static final int SLACK = 15;

    private final TestCluster cluster = TestCluster.join();
    private final Namespace namespace = cluster.namespace();
    private final List<Namespace> namespaces = new ArrayList<>();
    private final FaultyProxy refusing = FaultyProxy.before(cluster);
    private final FaultyProxy silent = FaultyProxy.before(cluster);
    private final FaultyProxy mute = FaultyProxy.before(cluster);
    private final TestAuthority stranger = TestAuthority.named("A stranger");
    private final RunningServer server =
            RunningServer.notStarted(FreshHome.named("cluster-gone"), Map.of("TASK_CAP", "12"));

    @AfterEach
    void stop() {
        server.close();
        refusing.close();
        silent.close();
        mute.close();
        stranger.close();
        cluster.kubectl("delete", "clusterrolebinding", everywhere(), "--ignore-not-found");
        namespaces.forEach(Namespace::close);
        namespace.close();
    }

    /** All begin before any is looked at, so that their bounds pass side by side. */
    @TestFactory
    Stream<DynamicTest> what_is_wrong_is_told_in_one_sentence_with_the_way_out() {
        cluster.images();
        server.start();
        mute.fault(new Fault.Silence());
        var setup = new Setup(server.wire());
        var space = new RolloutSpace(setup, cluster);
        return Stream.concat(healthChecks(setup, space), deployments(setup, space));
    }

    private Stream<DynamicTest> healthChecks(Setup setup, RolloutSpace space) {
        var cases = unwell(space);
        var targets =
                cases.stream().map(one -> space.target(one.name(), one.way())).toList();
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> isUnwell(setup, one, targets.get(cases.indexOf(one)))));
    }

    private Stream<DynamicTest> deployments(Setup setup, RolloutSpace space) {
        var cases = failing(space);
        var tasks = cases.stream().map(one -> begins(setup, space, one)).toList();
        return cases.stream()
                .map(one ->
                        DynamicTest.dynamicTest(one.name(), () -> fails(setup, one, tasks.get(cases.indexOf(one)))));
    }

    /**
     * A deployment that fails.
     *
     * @param seconds how long it may take
     * @param onceApplied what happens to the cluster when the workload has been applied
     * @param said what its one error says: the cause, and the way out
     */
    private record Failing(
            String name, Way way, WebStep step, int seconds, Optional<Runnable> onceApplied, List<String> said) {}

    private List<Failing> failing(RolloutSpace space) {
        int taken = cluster.freeNodePort();
        namespace.kubectl("create", "service", "nodeport", "other", "--tcp=80", "--node-port=" + taken);
        Optional<Runnable> nothing = Optional.empty();
        var never = WebStep.hello().neverReady().within(LIMIT);
        return List.of(
                new Failing(
                        "Goes away",
                        own(space).to(refusing.url("https")),
                        never,
                        LIMIT,
                        Optional.of(() -> {
                            refusing.fault(new Fault.Refuse());
                            refusing.cut();
                        }),
                        List.of(
                                "The cluster went away during the rollout and did not come back within the step's limit of "
                                        + LIMIT + " seconds (it had been away for ",
                                "refuses the connection",
                                "Check the address and its port, and that the cluster runs.")),
                new Failing(
                        "Falls silent",
                        own(space).to(silent.url("https")),
                        never,
                        LIMIT + REQUEST,
                        Optional.of(() -> silent.fault(new Fault.Silence())),
                        // Which request meets the silence first is chance; the limit, the cluster and the way out are
                        // not.
                        List.of(
                                "the step's limit of " + LIMIT + " seconds",
                                "The cluster at " + silent.url("https"),
                                "Check ")),
                new Failing(
                        "Is not ready",
                        own(space),
                        never,
                        LIMIT,
                        nothing,
                        List.of("Deployment web was not up within the step's limit", "Readiness probe failed")),
                new Failing(
                        "Has no room",
                        own(space),
                        WebStep.hello().asking("1000").within(LIMIT),
                        LIMIT,
                        nothing,
                        List.of("Insufficient cpu", "Give the cluster room")),
                new Failing(
                        "Has no image",
                        own(space),
                        new WebStep("missing", Map.of(), Map.of()),
                        60,
                        nothing,
                        List.of(cluster.images().missing(), "Check the image's name and tag")),
                new Failing(
                        "Has no port",
                        own(space),
                        WebStep.hello().at(taken),
                        30,
                        nothing,
                        List.of(
                                taken + ": provided port is already allocated",
                                "choose another one, or remove that service")),
                new Failing(
                        "Is down",
                        own(space).to(NOBODY),
                        WebStep.hello(),
                        10,
                        nothing,
                        List.of("refuses the connection: nothing listens there", "Check the address")),
                new Failing(
                        "Is another",
                        own(space).trusting(space.authority("Stranger", stranger.certificate())),
                        WebStep.hello(),
                        10,
                        nothing,
                        List.of(
                                "is not signed by the authority that this target trusts",
                                "Choose the certificate of the cluster's own authority")));
    }

    /** The straight way to a namespace of its own, so that no case changes what another one waits for. */
    private Way own(RolloutSpace space) {
        namespaces.add(cluster.namespaceToBeMade());
        return space.straight(namespaces.getLast().name());
    }

    /** Deploys, and lets happen to the cluster what is to happen. @return the task, which goes on */
    private static String begins(Setup setup, RolloutSpace space, Failing expected) {
        var task =
                space.deploy(expected.name(), expected.way(), expected.step()).task();
        expected.onceApplied().ifPresent(fault -> {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> RolloutSpace.lines(setup, task).stream()
                            .anyMatch(line -> line.text().startsWith("Applied Deployment web")));
            fault.run();
        });
        return task;
    }

    private static void fails(Setup setup, Failing expected, String task) {
        var ended = setup.ended(task, PATIENCE);
        assertThat(ended.path("State").asString()).as(() -> setup.rawLog(task)).isEqualTo("Failed");
        assertThat(RolloutSpace.lines(setup, task))
                .filteredOn(Line::isFailure)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text()).contains(expected.said());
                    assertThat(ended.path("ErrorMessage").asString()).contains(line.text());
                });
        assertThat(took(ended)).isLessThan(Duration.ofSeconds(expected.seconds() + SLACK));
    }

    private static Duration took(JsonNode task) {
        return Duration.between(
                OffsetDateTime.parse(task.path("StartTime").asString()),
                OffsetDateTime.parse(task.path("CompletedTime").asString()));
    }

    /**
     * A target that cannot be deployed to.
     *
     * @param said what its check says: the cause, and the way out
     */
    private record Unwell(String name, Way way, String health, List<String> said) {}

    private List<Unwell> unwell(RolloutSpace space) {
        var way = space.straight(namespace.name());
        var elsewhere = space.straight(namespace.name() + "-elsewhere");
        var own = space.token("Own", namespace.token(Access.NAMESPACE));
        return List.of(
                new Unwell(
                        "Says nothing",
                        way.to(mute.url("https")),
                        "Unavailable",
                        List.of("does not answer: no connection within 10 seconds", "Check the address")),
                new Unwell(
                        "Refuses",
                        way.to(NOBODY),
                        "Unavailable",
                        List.of("refuses the connection: nothing listens there", "Check the address and its port")),
                new Unwell(
                        "Is a stranger",
                        way.trusting(space.authority("Unknown", stranger.certificate())),
                        "Unhealthy",
                        List.of("is not signed by the authority that this target trusts", "Choose the certificate")),
                new Unwell(
                        "Knows no such token",
                        way.as(space.token("Bad", "nonsense")),
                        "Unhealthy",
                        List.of("does not know who asks (401)", "Check the target's account")),
                new Unwell(
                        "May nothing",
                        way.as(space.token("None", namespace.token(Access.NONE))),
                        "Unhealthy",
                        List.of("it may not patch deployments there", "Give its user a role that allows it")),
                new Unwell(
                        "May read",
                        way.as(space.token("Reader", namespace.token(Access.READ_ONLY))),
                        "Unhealthy",
                        List.of("it may not patch deployments there", "Give its user a role that allows it")),
                new Unwell(
                        "Owns another namespace",
                        elsewhere.as(own),
                        "Unhealthy",
                        List.of("does not let this target deploy into the namespace \"" + elsewhere.namespace()
                                + "\"")),
                new Unwell(
                        "May make no namespace",
                        elsewhere.as(space.token("Everywhere", everywhereButNoNamespace())),
                        "Unhealthy",
                        List.of(
                                "The namespace \"" + elsewhere.namespace()
                                        + "\" does not exist, and this target may not make it",
                                "Make it, or let the target's user create and patch namespaces")),
                new Unwell(
                        "Owns its namespace", way.as(own), "Healthy", List.of("The cluster answers: Kubernetes v1.")));
    }

    /** Who may do everything in all namespaces, but not make one. */
    private String everywhereButNoNamespace() {
        namespace.kubectl("create", "serviceaccount", "everywhere");
        cluster.kubectl(
                "create",
                "clusterrolebinding",
                everywhere(),
                "--clusterrole=admin",
                "--serviceaccount=" + namespace.name() + ":everywhere");
        return namespace
                .kubectl("create", "token", "everywhere", "--duration=1h")
                .strip();
    }

    private String everywhere() {
        return namespace.name() + "-everywhere";
    }

    private static void isUnwell(Setup setup, Unwell expected, String target) {
        var machine = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> setup.wire()
                                .get(setup.path("machines/" + target))
                                .succeeded()
                                .json(),
                        found -> !found.path("HealthStatus").asString().equals("Unknown"));
        assertThat(machine.path("HealthStatus").asString()).isEqualTo(expected.health());
        assertThat(machine.path("StatusSummary").asString()).contains(expected.said());
    }
}

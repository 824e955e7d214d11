package tako.server.delivery.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tako.server.TestEngine.ADA;
import static tako.server.delivery.DeliveryFixture.SPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskState;
import tako.server.delivery.CountingDatabase;
import tako.server.delivery.DeliveryFixture;
import tako.server.delivery.deployment.Deployment;
import tako.server.delivery.release.NewRelease;
import tako.server.delivery.release.Release;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;

/** What stands where, on every database. */
abstract class DashboardsContract {
    private static final String DEV = "Environments-1";
    private static final String TEST = "Environments-2";
    private static final List<String> FREE = List.of(DEV, TEST, "Environments-3");

    private CountingDatabase database;
    private DeliveryFixture here;
    private Dashboards dashboards;
    private Progressions progressions;

    abstract Database open();

    @BeforeEach
    void prepare() {
        database = new CountingDatabase(open());
        here = new DeliveryFixture(database);
        var sources = new DashboardSources(
                here.projects.documents(), here.groups, here.channels, here.lifecycles, here.environments);
        dashboards = new Dashboards(here.engine, sources);
        progressions = new Progressions(
                here.engine,
                sources,
                here.releaseDocuments,
                here.progressions,
                here.deployments,
                (view, task, description) ->
                        here.mapper.createObjectNode().put("Id", task.id()).put("Description", description));
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void aCellShowsTheNewestDeploymentAndOnRequestTheSuccessBeforeIt() {
        Stored<Release> first = here.release("1.0.0");
        Stored<Release> second = here.release("1.1.0");
        here.succeed(first, DEV);
        here.fail(second, DEV);

        assertThat(dashboards.main(ADA, SPACE, filter(false)).items())
                .extracting(DashboardItem::releaseVersion, DashboardItem::state, DashboardItem::isCurrent)
                .containsExactly(tuple("1.1.0", "Failed", true));
        assertThat(dashboards.dynamic(ADA, SPACE, filter(true)).items())
                .extracting(DashboardItem::releaseVersion, DashboardItem::isPrevious)
                .containsExactly(tuple("1.1.0", false), tuple("1.0.0", true));
    }

    @Test
    void theDocumentHasExactlyTheMembersThatStrictClientsKnow() {
        here.succeed(here.release("1.0.0"), DEV);

        JsonNode dashboard = here.mapper.valueToTree(dashboards.main(ADA, SPACE, filter(false)));

        assertThat(dashboard.propertyNames())
                .containsExactlyInAnyOrder(
                        "Projects", "ProjectGroups", "Environments", "Tenants", "Items", "ProjectLimit", "IsFiltered");
        assertThat(dashboard.at("/Projects/0/EnvironmentIds")).hasSize(3);
        assertThat(dashboard.at("/Projects/0").propertyNames())
                .containsExactlyInAnyOrder(
                        "Id",
                        "Name",
                        "Slug",
                        "ProjectGroupId",
                        "EnvironmentIds",
                        "TenantedDeploymentMode",
                        "CanPerformUntenantedDeployment",
                        "IsDisabled",
                        "Links");
        assertThat(dashboard.at("/Items/0").propertyNames())
                .containsExactlyInAnyOrder(
                        "Id",
                        "ProjectId",
                        "EnvironmentId",
                        "TenantId",
                        "ChannelId",
                        "ReleaseId",
                        "ReleaseVersion",
                        "DeploymentId",
                        "TaskId",
                        "State",
                        "Created",
                        "QueueTime",
                        "StartTime",
                        "CompletedTime",
                        "Duration",
                        "ErrorMessage",
                        "IsCompleted",
                        "IsCurrent",
                        "IsPrevious",
                        "HasPendingInterruptions",
                        "HasPendingPreconditions",
                        "HasWarningsOrErrors",
                        "PendingInterruptionTypes",
                        "PendingPreconditionTypes",
                        "Links");
    }

    @Test
    void theConfigurationAndTheFilterNarrowIt() {
        here.succeed(here.release("1.0.0"), DEV);

        dashboards.configure(
                ADA,
                SPACE,
                here.mapper.readValue(
                        "{\"IncludedEnvironmentIds\": [\"environments-2\"]}", DashboardConfiguration.class));

        Dashboard narrowed = dashboards.main(ADA, SPACE, filter(false));
        assertThat(narrowed.environments()).extracting(Dashboard.Place::name).containsExactly("Test");
        assertThat(narrowed.items()).isEmpty();
        assertThat(narrowed.isFiltered()).isTrue();
        assertThat(dashboards.configuration(ADA, SPACE).includedEnvironmentIds())
                .containsExactly("environments-2");
        assertThat(dashboards
                        .dynamic(
                                ADA,
                                SPACE,
                                new Dashboards.Filter(List.of("Projects-99"), List.of(), Optional.empty(), false))
                        .projects())
                .isEmpty();
    }

    @Test
    void aProjectsProgressionShowsTheNewestReleasesAndThoseThatStandSomewhere() {
        Stored<Release> old = here.release("0.9.0");
        here.succeed(old, DEV);
        here.succeed(old, TEST);
        IntStream.range(0, 4).forEach(number -> here.release("1." + number + ".0"));
        here.defects.report(ADA, SPACE, old.id(), "Broken");

        var progression = progressions.ofProject(ADA, SPACE, "random-quotes", 2);

        assertThat(progression.releases())
                .extracting(line -> line.release().path("Version").asString())
                .containsExactly("1.3.0", "1.2.0", "0.9.0");
        assertThat(progression.releases().getLast().deployments()).containsOnlyKeys(DEV, TEST);
        assertThat(progression.releases().getLast().hasUnresolvedDefect()).isTrue();
        assertThat(progression.releases().getLast().nextDeployments()).isEmpty();
        assertThat(progression.releases().getFirst().nextDeployments()).containsExactly(DEV);
        assertThat(progression.environments()).extracting(Dashboard.Place::name).containsExactly("Dev", "Test", "Prod");
        assertThat(progression.channelEnvironments()).containsOnlyKeys("Channels-1");
    }

    @Test
    void aReleasesProgressionShowsItsPhases() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);

        var progression = progressions.ofRelease(ADA, SPACE, release.id());

        assertThat(progression.nextDeployments()).containsExactly(TEST);
        assertThat(here.mapper
                        .valueToTree(progression.phases().getFirst())
                        .path("Progress")
                        .asString())
                .isEqualTo("Complete");
        assertThat(progression.phases().getFirst().deployments())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.deployment().path("Id").asString()).isEqualTo("Deployments-1");
                    assertThat(one.task().path("Description").asString())
                            .isEqualTo("Deploy Random Quotes release 1.0.0 to Dev");
                });
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnHowMuchThereIs() {
        here.succeed(here.release("1.0.0"), DEV);
        List<Integer> few = statements();
        for (int number = 1; number <= 5; number++) {
            Stored<Release> release = here.release("1." + number + ".0");
            here.succeed(release, DEV);
            here.succeed(release, TEST);
        }

        assertThat(statements()).isEqualTo(few);
    }

    @Test
    void theReadModelIsWhatFollowsFromAnyHistory() {
        here.lifecycles.update(ADA, SPACE, "Lifecycles-1", here.json("""
                {"Name": "Usual", "Phases": [{"Name": "Any", "OptionalDeploymentTargets":
                    ["Environments-1", "Environments-2", "Environments-3"]}]}"""));
        here.channels.create(ADA, SPACE, here.json("{\"Name\": \"Hotfix\", \"ProjectId\": \"Projects-1\"}"));
        var random = new SplittableRandom(20260101);
        var releases = new ArrayList<Stored<Release>>();
        var ended = new ArrayList<Stored<Deployment>>();
        for (int step = 0; step < 60; step++) {
            if (releases.size() < 6) {
                releases.add(releaseIn(step % 2 == 0 ? "Default" : "Hotfix", "1." + step + ".0"));
            }
            step(random, releases, ended);
            assertThat(differences()).isEmpty();
        }
        Set<Current> standing = here.database.read(view -> CurrentDeliveries.of(view, SPACE));
        assertThat(standing).hasSizeGreaterThan(3);
    }

    private void step(SplittableRandom random, List<Stored<Release>> releases, List<Stored<Deployment>> ended) {
        switch (random.nextInt(6)) {
            case 0, 1 -> ended.add(here.succeed(pick(random, releases), pick(random, FREE)));
            case 2 -> ended.add(here.fail(pick(random, releases), pick(random, FREE)));
            case 3 ->
                ended.add(here.end(here.deploy(pick(random, releases), pick(random, FREE)), new TaskResult.Canceled()));
            case 4 -> turn(random, ended);
            default -> {
                if (!ended.isEmpty()) {
                    Stored<Deployment> gone = ended.remove(random.nextInt(ended.size()));
                    here.deployments.delete(ADA, SPACE, gone.id());
                }
            }
        }
    }

    /** A person turns an end into the other. */
    private void turn(SplittableRandom random, List<Stored<Deployment>> ended) {
        if (ended.isEmpty()) {
            return;
        }
        Stored<Deployment> one = pick(random, ended);
        TaskState state = here.task(one).state();
        if (state == TaskState.SUCCESS || state == TaskState.FAILED) {
            TaskState other = state == TaskState.SUCCESS ? TaskState.FAILED : TaskState.SUCCESS;
            here.database.change(tx -> here.queue.changeState(tx, one.value().taskId(), other, "Seen by hand"));
        }
    }

    private static <T> T pick(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Stored<Release> releaseIn(String channel, String version) {
        var usual = DeliveryFixture.wanted(Optional.of(version));
        return here.releases.create(
                ADA,
                SPACE,
                new NewRelease(
                        usual.project(),
                        Optional.of(channel),
                        usual.version(),
                        usual.notes(),
                        usual.packages(),
                        usual.options(),
                        usual.customFields(),
                        usual.unknown()));
    }

    private List<String> differences() {
        return here.database.read(view -> CurrentDeliveries.differences(view, SPACE));
    }

    private List<Integer> statements() {
        database.take();
        dashboards.main(ADA, SPACE, filter(false));
        int dashboard = database.take();
        progressions.ofProject(ADA, SPACE, "Projects-1", 100);
        int project = database.take();
        progressions.ofRelease(ADA, SPACE, "Releases-1");
        return List.of(dashboard, project, database.take());
    }

    private static Dashboards.Filter filter(boolean previousToo) {
        return new Dashboards.Filter(List.of(), List.of(), Optional.empty(), previousToo);
    }
}

package tako.server.delivery.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.TestEngine.ADA;
import static tako.server.delivery.DeliveryFixture.SPACE;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Problem;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.delivery.DeliveryFixture;
import tako.server.delivery.release.Release;
import tako.server.delivery.run.RunSpec;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** How releases are deployed, on every database. */
abstract class DeploymentsContract {
    private static final String DEV = "Environments-1";
    private static final String TEST = "Environments-2";
    private static final String PROD = "Environments-3";

    private DeliveryFixture here;

    abstract Database open();

    @BeforeEach
    void prepare() {
        here = new DeliveryFixture(open());
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    @Tag("rule:deployment.one-transaction")
    void aDeploymentIsADocumentATaskALockAndAnEvent() {
        Stored<Release> release = here.release("1.0.0");

        Stored<Deployment> deployment = here.deploy(release, DEV);

        assertThat(deployment.value().name()).isEqualTo("Deploy to Dev");
        assertThat(deployment.value().deploymentProcessId())
                .isEqualTo(release.value().projectDeploymentProcessSnapshotId());
        TaskRow task = here.task(deployment);
        assertThat(task.kind()).isEqualTo("Deploy");
        assertThat(here.mapper.readTree(task.payload()))
                .isEqualTo(here.mapper.readTree("{\"DeploymentId\": \"Deployments-1\"}"));
        assertThat(here.categories()).containsExactly("Created", "DeploymentQueued");
        assertThat(here.events.getLast().regards())
                .containsExactly("Deployments-1", "Projects-1", "Releases-1", DEV, "Channels-1", task.id());
    }

    @Test
    @Tag("rule:task.concurrency-tag")
    void twoDeploymentsToOneEnvironmentWaitForEachOther() {
        Stored<Release> release = here.release("1.0.0");
        here.deploy(release, DEV);
        Stored<Deployment> second = here.deploy(release, DEV);

        assertThat(here.database
                        .read(view ->
                                here.queue.queuedBehind(view, second.value().taskId()))
                        .orElseThrow()
                        .behind())
                .extracting(TaskRow::id)
                .containsExactly("ServerTasks-1");
    }

    @Test
    void aReleaseGoesOnWhenItsLatestDeploymentToThePhaseBeforeSucceeded() {
        Stored<Release> release = here.release("1.0.0");

        assertRefused(() -> here.deploy(release, TEST), "which is reached when the phase 'Dev' is satisfied");
        here.succeed(release, DEV);
        here.succeed(release, TEST);
        here.fail(release, TEST);
        assertRefused(() -> here.deploy(release, PROD), "It succeeded before in Test, but not the last time.");
        here.succeed(release, TEST);
        here.deploy(release, PROD);
        assertThat(here.database
                        .read(view -> here.queue.find(view, "ServerTasks-5"))
                        .orElseThrow()
                        .state())
                .isEqualTo(TaskState.QUEUED);
    }

    @Test
    void allReasonsAreToldAtOnceAndNothingIsWritten() {
        Stored<Release> release = here.release("1.0.0");
        here.project("IsDisabled", "true");
        here.stopped.put(SPACE, true);
        here.events.clear();

        assertThatThrownBy(() -> here.deploy(release, TEST, """
                        {"SpecificMachineIds": ["Machines-7"], "QueueTime": "2031-01-01T00:00:00Z"}""")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).hasSize(5);
        });
        assertThat(here.events).isEmpty();
        assertThat(here.deployments
                        .list(ADA, SPACE, query(List.of(), List.of()))
                        .total())
                .isZero();
    }

    @Test
    @Tag("rule:defect.first-phase-and-where-it-has-been")
    void aBlockedReleaseStaysWhereItIs() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        here.defects.report(ADA, SPACE, release.id(), "Breaks the import");

        assertRefused(() -> here.deploy(release, TEST), "The release is blocked");
        here.succeed(release, DEV);
        here.defects.resolve(ADA, SPACE, release.id());
        here.deploy(release, TEST);
    }

    @Test
    @Tag("rule:deployment.judged-again-at-start")
    void whatWasBlockedAfterItWasQueuedDoesNotStart() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        Stored<Deployment> queued = here.deploy(release, TEST);
        here.defects.report(ADA, SPACE, release.id(), "Breaks the import");
        here.drain();

        assertThat(here.task(queued).state()).isEqualTo(TaskState.FAILED);
        assertThat(here.task(queued).reason()).contains("was blocked after this deployment to Test was queued");
    }

    @Test
    void aDeploymentToNoTargetsIsRefusedUnlessTheProjectAllowsIt() {
        here.process(1, """
                {"Name": "Install", "Properties": {"Octopus.Action.TargetRoles": "web"},
                 "Actions": [{"Name": "Install", "ActionType": "Octopus.Script"}]}""");
        Stored<Release> release = here.release("1.0.0");

        assertRefused(() -> here.deploy(release, DEV), "has one of the tags web");
        here.target("other", DEV, "db");
        assertRefused(() -> here.deploy(release, DEV), "has one of the tags web");
        Stored<?> web = here.target("web-1", DEV, "web");
        here.deploy(release, DEV);
        assertRefused(
                () -> here.deploy(release, DEV, "{\"ExcludedMachineIds\": [\"" + web.id() + "\"]}"),
                "has one of the tags web");
        here.project("ProjectConnectivityPolicy", "{\"AllowDeploymentsToNoTargets\": true}");
        here.deploy(release, DEV, "{\"ExcludedMachineIds\": [\"" + web.id() + "\"]}");
    }

    @Test
    @Tag("rule:deployment.required-steps")
    void aRequiredStepCannotBeSkipped() {
        here.process(1, """
                {"Name": "Check", "Actions": [{"Id": "check", "Name": "Check", "ActionType": "Octopus.Script", "IsRequired": true}]}""");
        Stored<Release> release = here.release("1.0.0");

        assertRefused(
                () -> here.deploy(release, DEV, "{\"SkipActions\": [\"check\"]}"), "The step 'Check' is required");
    }

    @Test
    @Tag("rule:deployment.required-answers")
    void aRequiredPromptIsAnsweredByIdAndASecretAnswerIsPutAway() {
        here.variables(0, """
                {"Id": "v1", "Name": "Password", "Type": "Sensitive", "Prompt": {"Label": "The password", "Required": true}}""", """
                {"Id": "v2", "Name": "Elsewhere", "Scope": {"Environment": ["Environments-2"]}, "Prompt": {"Required": true}}""");
        Stored<Release> release = here.release("1.0.0");

        assertRefused(() -> here.deploy(release, DEV), "The variable 'The password' needs a value");
        Stored<Deployment> deployment =
                here.deploy(release, DEV, "{\"FormValues\": {\"v1\": \"hush\", \"v9\": \"x\"}}");

        assertThat(deployment.json().path("FormValues").toString())
                .isEqualTo("{\"v1\":{\"HasValue\":true,\"SecretId\":\"Secrets-hush\"}}");
        RunSpec spec = spec(deployment);
        assertThat(spec.choices().answers()).containsEntry("v1", "Secrets-hush").hasSize(1);
    }

    @Test
    @Tag("rule:deployment.expires-unstarted")
    void aScheduledDeploymentWaitsForItsTimeAndExpires() {
        Stored<Release> release = here.release("1.0.0");
        Stored<Deployment> deployment = here.deploy(release, DEV, """
                {"QueueTime": "2030-01-02T00:00:00Z", "QueueTimeExpiry": "2030-01-03T00:00:00Z"}""");

        here.drain();
        assertThat(here.task(deployment).state()).isEqualTo(TaskState.QUEUED);
        here.clock.advance(Duration.ofDays(3));
        here.drain();
        assertThat(here.task(deployment).state()).isEqualTo(TaskState.TIMED_OUT);
        assertThat(here.categories()).contains("DeploymentFailed");
    }

    @Test
    @Tag("rule:progression.automatic-deployments")
    void aPhaseThatDeploysByItselfIsEnteredWhenItIsReached() {
        ObjectNode lifecycle = here.json("""
                {"Name": "Usual", "Phases": [
                    {"Name": "Dev", "AutomaticDeploymentTargets": ["Environments-1"]},
                    {"Name": "Test", "AutomaticDeploymentTargets": ["Environments-2"]},
                    {"Name": "Prod", "OptionalDeploymentTargets": ["Environments-3"]}]}""");
        here.lifecycles.update(ADA, SPACE, "Lifecycles-1", lifecycle);
        here.events.clear();

        here.release("1.0.0");
        here.drain();

        assertThat(here.categories())
                .containsExactly(
                        "Created",
                        "DeploymentQueued",
                        "DeploymentStarted",
                        "DeploymentSucceeded",
                        "DeploymentQueued",
                        "DeploymentStarted",
                        "DeploymentSucceeded");
        assertThat(here.deployments.get(ADA, SPACE, "Deployments-2").value().environmentId())
                .isEqualTo(TEST);
    }

    @Test
    @Tag("rule:progression.automatic-blocked-told")
    void whatIsDueAndMayNotBeDeployedIsToldByAnEvent() {
        here.variables(0, "{\"Name\": \"Who\", \"Prompt\": {\"Required\": true}}");
        here.lifecycles.update(ADA, SPACE, "Lifecycles-1", here.json("""
                {"Name": "Usual", "Phases": [{"Name": "Dev", "AutomaticDeploymentTargets": ["Environments-1"]}]}"""));
        here.events.clear();

        here.release("1.0.0");

        assertThat(here.categories()).containsExactly("Created", "AutoDeployBlocked");
    }

    @Test
    void aRunIsTheFrozenReleaseWithWhatIsKnownOfIt() {
        Stored<Release> first = here.release("1.0.0");
        here.succeed(first, DEV);
        Stored<Release> second = here.release("1.1.0");
        Stored<Deployment> deployment = here.deploy(second, DEV);

        RunSpec spec = spec(deployment);

        assertThat(spec.title()).isEqualTo("Deploy Random Quotes release 1.1.0 to Dev");
        assertThat(spec.variableSnapshots()).containsExactly(second.value().projectVariableSetSnapshotId());
        assertThat(spec.place().channelId()).contains("Channels-1");
        assertThat(spec.system())
                .containsEntry("Octopus.Release.Number", "1.1.0")
                .containsEntry("Octopus.Release.Previous.Number", "1.0.0")
                .containsEntry("Octopus.Release.CurrentForEnvironment.Number", "1.0.0")
                .containsEntry("Octopus.Deployment.PreviousSuccessful.Id", "Deployments-1")
                .containsEntry("Octopus.Release.Channel.Name", "Default")
                .containsEntry("Octopus.ProjectGroup.Name", "All")
                .containsEntry("Octopus.Environment.Name", "Dev")
                .containsEntry("Octopus.Deployment.CreatedBy.Username", "ada");
    }

    @Test
    @Tag("rule:deployment.changes")
    void aDeploymentTellsTheReleasesSinceTheLastSuccessThere() {
        here.succeed(here.release("1.0.0"), DEV);
        here.fail(here.release("1.1.0"), DEV);
        here.release("1.2.0-rc");
        Stored<Release> last = here.release("1.2.0");

        Deployment told = here.deploy(last, DEV).value();

        assertThat(told.changes().stream().map(change -> change.path("Version").asString()))
                .containsExactly("1.1.0", "1.2.0");
        assertThat(told.changesMarkdown()).isEqualTo("""
                **Release 1.1.0**

                Notes

                **Release 1.2.0**

                Notes
                """);
        assertThat(here.previews.preview(ADA, SPACE, last.id(), DEV, false).changesMarkdown())
                .isEqualTo(told.changesMarkdown());
        here.project(
                "DeploymentChangesTemplate",
                "\"#{each one in Octopus.Deployment.Changes}- #{one.Version}\\n#{/each}\"");
        assertThat(here.deploy(last, DEV).value().changesMarkdown()).isEqualTo("- 1.1.0\n- 1.2.0\n");
    }

    @Test
    void listsAreNewestFirstAndFiltered() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        here.fail(release, TEST);
        here.deploy(release, TEST);

        assertThat(ids(query(List.of(), List.of()))).containsExactly("Deployments-3", "Deployments-2", "Deployments-1");
        assertThat(ids(query(List.of("environments-2"), List.of()))).containsExactly("Deployments-3", "Deployments-2");
        assertThat(ids(query(List.of(), List.of("Failed", "success"))))
                .containsExactly("Deployments-2", "Deployments-1");
        assertThat(ids(query(List.of(), List.of("Nonsense")))).isEmpty();
        assertThat(here.deployments
                        .present(here.deployments
                                .list(ADA, SPACE, query(List.of(), List.of("Failed")))
                                .items())
                        .getFirst()
                        .path("FailureEncountered")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aDeploymentIsDeletedAfterItsEnd() {
        Stored<Release> release = here.release("1.0.0");
        Stored<Deployment> deployment = here.deploy(release, DEV);

        assertRefused(() -> here.deployments.delete(ADA, SPACE, deployment.id()), "has not ended");
        assertRefused(() -> here.releases.delete(ADA, SPACE, release.id()), "has not ended");
        here.end(deployment, new TaskResult.Succeeded());
        here.releases.delete(ADA, SPACE, release.id());

        assertThat(ids(query(List.of(), List.of()))).isEmpty();
        assertThatThrownBy(() -> here.releases.get(ADA, SPACE, release.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void aProjectIsDeletedWithItsReleasesAndDeploymentsAfterTheirEnd() {
        Stored<Release> release = here.release("1.0.0");
        here.release("1.1.0");
        here.defects.report(ADA, SPACE, release.id(), "Loses data");
        Stored<Deployment> deployment = here.deploy(release, DEV);

        assertRefused(() -> here.projects.delete(ADA, SPACE, "Projects-1"), "has not ended");
        assertThat(here.releases.list(ADA, SPACE, ListQuery.ALL).total()).isEqualTo(2);
        here.end(deployment, new TaskResult.Succeeded());
        here.events.clear();
        here.projects.delete(ADA, SPACE, "Projects-1");

        assertThat(here.releases.list(ADA, SPACE, ListQuery.ALL).total()).isZero();
        assertThat(ids(query(List.of(), List.of()))).isEmpty();
        assertThat(here.database.<Integer>read(view -> view.query(
                                "select (select count(*) from current_delivery) + (select count(*) from defect)")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
        assertThat(here.categories()).hasSize(5).containsOnly("Deleted");
    }

    private RunSpec spec(Stored<Deployment> deployment) {
        TaskRow task = here.task(deployment);
        return here.database.read(view -> here.runs.spec(view, task));
    }

    private List<String> ids(DeploymentQuery query) {
        return here.deployments.list(ADA, SPACE, query).items().stream()
                .map(Stored::id)
                .toList();
    }

    private static DeploymentQuery query(List<String> environments, List<String> states) {
        return new DeploymentQuery(List.of(), List.of(), environments, List.of(), List.of(), states, 0, 30);
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.errors()).anyMatch(error -> error.contains(why)));
    }
}

package tako.server.delivery.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.TestEngine.ADA;
import static tako.server.delivery.DeliveryFixture.SPACE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Problem;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskState;
import tako.server.delivery.DeliveryFixture;
import tako.server.delivery.release.Release;
import tako.server.resource.AuditLog;
import tako.server.resource.Stored;

/** The rules by which releases go on, are held up, and are deployed as people chose, on every database. */
abstract class DeploymentRulesContract {
    private static final String DEV = "Environments-1";
    private static final String TEST = "Environments-2";
    private static final String PROD = "Environments-3";
    private static final String AUTOMATIC = """
            {"Name": "Usual", "Phases": [
                {"Name": "Dev", "AutomaticDeploymentTargets": ["Environments-1"]},
                {"Name": "Test", "AutomaticDeploymentTargets": ["Environments-2"]},
                {"Name": "Prod", "OptionalDeploymentTargets": ["Environments-3"]}]}""";

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
    @Tag("rule:progression.older-release-again")
    void anOlderReleaseIsDeployedAgainWhereItHasBeenReached() {
        Stored<Release> older = here.release("1.0.0");
        here.succeed(older, DEV);
        here.succeed(older, TEST);
        here.succeed(here.release("2.0.0"), DEV);

        Stored<Deployment> again = here.succeed(older, TEST);

        assertThat(here.task(again).state()).isEqualTo(TaskState.SUCCESS);
        here.deploy(older, PROD);
    }

    @Test
    @Tag("rule:progression.never-started-does-not-count")
    void whatWasGivenUpBeforeItStartedSaysNothingOfWhatStandsThere() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        here.succeed(release, TEST);
        Stored<Deployment> later = here.deploy(release, TEST, "{\"QueueTime\": \"2030-01-02T00:00:00Z\"}");
        here.database.change(tx -> here.queue.cancel(tx, later.value().taskId()));

        here.deploy(release, PROD);

        assertThat(here.task(later).state()).isEqualTo(TaskState.CANCELED);
    }

    @Test
    @Tag("rule:progression.end-set-by-hand-counts")
    void anEndThatAPersonSetRightCountsAsItIsNow() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        Stored<Deployment> test = here.succeed(release, TEST);

        set(test, TaskState.FAILED);
        refused(() -> here.deploy(release, PROD), "Deploy this release to Test first.");
        set(test, TaskState.SUCCESS);
        here.deploy(release, PROD);
    }

    @Test
    @Tag("rule:defect.unblocking-resumes")
    void whatWasDueWhileAReleaseWasBlockedIsQueuedWhenItsDefectIsResolved() {
        here.lifecycles.update(ADA, SPACE, "Lifecycles-1", here.json(AUTOMATIC));
        Stored<Release> release = here.release("1.0.0");
        here.defects.report(ADA, SPACE, release.id(), "Breaks the import");
        here.drain();
        assertThat(went()).containsExactly(DEV);

        here.events.clear();
        here.defects.resolve(ADA, SPACE, release.id());
        here.drain();

        assertThat(went()).containsExactly(TEST, DEV);
        assertThat(here.categories())
                .containsExactly("Modified", "DeploymentQueued", "DeploymentStarted", "DeploymentSucceeded");
    }

    @Test
    @Tag("rule:defect.first-phase-and-where-it-has-been")
    void aBlockedReleaseIsRefusedAtTheStartWhereItsEnvironmentHasLeftTheLifecycleToo() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        Stored<Deployment> queued = here.deploy(release, TEST);
        here.defects.report(ADA, SPACE, release.id(), "Breaks the import");
        without("Test");
        here.drain();

        assertThat(here.task(queued).state()).isEqualTo(TaskState.FAILED);
        assertThat(here.task(queued).reason()).contains("was blocked after this deployment to Test was queued");
    }

    @Test
    @Tag("rule:progression.judged-at-creation-and-kept")
    void aLifecycleThatIsEditedHoldsForNewDeploymentsAndNotForQueuedOnes() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        Stored<Deployment> queued = here.deploy(release, TEST);
        without("Test");
        here.drain();

        assertThat(here.task(queued).state()).isEqualTo(TaskState.SUCCESS);
        refused(() -> here.deploy(release, TEST), "The lifecycle 'Usual' has no phase with the environment 'Test'");
    }

    @Test
    @Tag("rule:progression.lifecycle-of-the-project-changed")
    void aProjectThatChangesItsLifecycleIsJudgedByTheNewOneFromThenOn() {
        Stored<Release> release = here.release("1.0.0");
        here.succeed(release, DEV);
        Stored<Deployment> queued = here.deploy(release, TEST);
        here.lifecycles.create(ADA, SPACE, here.json("""
                {"Name": "Only Prod", "Phases": [{"Name": "Prod", "OptionalDeploymentTargets": ["Environments-3"]}]}"""));
        here.project("LifecycleId", "\"Lifecycles-2\"");
        here.drain();

        assertThat(here.task(queued).state()).isEqualTo(TaskState.SUCCESS);
        refused(() -> here.deploy(release, TEST), "The lifecycle 'Only Prod' has no phase");
        here.deploy(release, PROD);
    }

    @Test
    @Tag("rule:deployment.environment-in-use")
    void anEnvironmentIsNotDeletedUnderADeployment() {
        Stored<Release> release = here.release("1.0.0");
        here.deploy(release, DEV);
        without("Dev");

        refused(
                () -> here.environments.documents().delete(ADA, SPACE, DEV),
                "Environment 'Dev' is in use by Deployment 'Deploy to Dev' (Deployments-1, EnvironmentId)");
    }

    @Test
    @Tag("rule:progression.one-sentence-everywhere")
    void theSameSentenceRefusesAndIsShownBefore() {
        Stored<Release> release = here.release("1.0.0");

        String shown = here.previews
                .preview(ADA, SPACE, release.id(), PROD, false)
                .reasons()
                .getFirst();

        refused(() -> here.deploy(release, PROD), shown);
        refused(() -> here.deployments.create(ADA, SPACE, command("Prod")), shown);
        assertThat(here.previews.template(ADA, SPACE, release.id()).refusals())
                .extracting(DeploymentTemplate.Refusal::name)
                .containsExactly("Test", "Prod");
        assertThat(here.previews
                        .template(ADA, SPACE, release.id())
                        .refusals()
                        .getLast()
                        .reasons())
                .containsExactly(shown);
    }

    @Test
    @Tag("rule:deployment.sign-off-by-teams-is-required")
    void aSignOffThatNamesTeamsCannotBeSkippedAndOneThatNamesNoneCan() {
        here.process(1, manual("sign", "Sign off", "Teams-1"), manual("look", "Look at it", ""));
        Stored<Release> release = here.release("1.0.0");

        refused(() -> here.deploy(release, DEV, "{\"SkipActions\": [\"sign\"]}"), "The step 'Sign off' is required");
        here.deploy(release, DEV, "{\"SkipActions\": [\"look\"]}");
    }

    @Test
    @Tag("rule:deployment.required-steps")
    void aRequiredStepIsNotSkippedByLeavingOutItsTargets() {
        here.process(1, onTargets("web", true), onTargets("db", false));
        here.target("web-1", DEV, "web");
        here.target("db-1", DEV, "db");
        Stored<Release> release = here.release("1.0.0");

        refused(
                () -> here.deploy(release, DEV, "{\"ExcludedMachineIds\": [\"Machines-1\"]}"),
                "The step 'On web' is required and finds no deployment target");
        here.deploy(release, DEV, "{\"ExcludedMachineIds\": [\"Machines-2\"]}");
        here.project("ProjectConnectivityPolicy", "{\"AllowDeploymentsToNoTargets\": true}");
        here.deploy(release, DEV, "{\"ExcludedMachineIds\": [\"Machines-1\"]}");
    }

    private static String onTargets(String tag, boolean required) {
        return """
                {"Name": "On %s", "Properties": {"Octopus.Action.TargetRoles": "%s"},
                 "Actions": [{"Name": "On %s", "ActionType": "Octopus.Script", "IsRequired": %s}]}""".formatted(tag, tag, tag, required);
    }

    @Test
    @Tag("rule:progression.end-set-by-hand-counts")
    void anOldEndIsSetRightAlsoWhenItsEnvironmentIsGone() {
        Stored<Release> release = here.release("1.0.0");
        Stored<Deployment> dev = here.succeed(release, DEV);
        without("Dev");
        here.database.change(tx ->
                tx.update("delete from environment where id = 'Environments-1'").execute());
        here.events.clear();

        set(dev, TaskState.FAILED);
        set(dev, TaskState.SUCCESS);

        assertThat(here.events)
                .extracting(AuditLog.Entry::message)
                .contains("Deploy Random Quotes release 1.0.0 to Dev succeeded");
    }

    @Test
    @Tag("rule:deployment.time-can-be-changed")
    void aDeploymentThatHasNotStartedIsGivenAnotherTime() {
        Stored<Release> release = here.release("1.0.0");
        Stored<Deployment> deployment = here.deploy(release, DEV, "{\"QueueTime\": \"2030-01-02T00:00:00Z\"}");
        here.events.clear();

        Instant sooner = Instant.parse("2030-01-01T01:00:00Z");
        Stored<Deployment> moved = reschedule(deployment, new DeploymentTimes.Times(sooner, null));

        assertThat(moved.value().queueTime()).isEqualTo(sooner);
        assertThat(here.categories()).containsExactly("Modified");
        refused(
                () -> reschedule(deployment, new DeploymentTimes.Times(Instant.parse("2031-01-01T00:00:00Z"), null)),
                "at most 30 days ahead");
        refused(
                () -> reschedule(deployment, new DeploymentTimes.Times(sooner, sooner)),
                "would expire before it may start");
        here.clock.advance(Duration.ofHours(2));
        here.drain();
        assertThat(here.task(deployment).state()).isEqualTo(TaskState.SUCCESS);
        assertThatThrownBy(() -> reschedule(deployment, new DeploymentTimes.Times(null, null)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    @Tag("rule:task.concurrency-tag")
    void deploymentsOfOneProjectToOneEnvironmentWaitForEachOtherUnlessAVariableSaysOtherwise() {
        here.variables(0, """
                {"Name": "Octopus.Task.ConcurrencyTag", "Value": "#{Octopus.Project.Id}/#{Lane}", "Scope": {"Environment": ["Environments-2"]}}""", """
                {"Id": "lane", "Name": "Lane", "Value": "usual", "Prompt": {"Label": "Lane"}}""");
        Stored<Release> release = here.release("1.0.0");

        assertThat(locks(here.succeed(release, DEV))).isEmpty();
        Stored<Deployment> dev = here.deploy(release, DEV);
        assertThat(locks(dev)).containsExactly("tag/Spaces-1/Projects-1/Environments-1");
        here.end(dev, new TaskResult.Succeeded());
        assertThat(locks(here.deploy(release, TEST))).containsExactly("tag/Spaces-1/Projects-1/usual");
        assertThat(locks(here.deploy(release, TEST, "{\"FormValues\": {\"lane\": \"fast\"}}")))
                .containsExactly("tag/Spaces-1/Projects-1/fast");
    }

    @Test
    @Tag("rule:task.concurrency-tag-none")
    void anEmptyTagAndOneOfItsOwnLetDeploymentsRunTogether() {
        here.variables(0, "{\"Name\": \"Octopus.Task.ConcurrencyTag\", \"Value\": \"\"}");
        assertThat(locks(here.deploy(here.release("1.0.0"), DEV))).isEmpty();
        here.variables(1, "{\"Name\": \"Octopus.Task.ConcurrencyTag\", \"Value\": \"d #{Octopus.Deployment.Id}\"}");
        assertThat(locks(here.deploy(here.release("1.1.0"), DEV))).isEmpty();
    }

    @Test
    @Tag("rule:task.concurrency-tag")
    void aTagKnowsTheNameOfItsDeployment() {
        here.variables(0, "{\"Name\": \"Octopus.Task.ConcurrencyTag\", \"Value\": \"#{Octopus.Deployment.Name}\"}");
        assertThat(locks(here.deploy(here.release("1.0.0"), DEV))).containsExactly("tag/Spaces-1/Deploy to Dev");
    }

    @Test
    @Tag("rule:task.concurrency-tag-mistakes")
    void aTagThatIsNoNameCountsAsTheUsualOne() {
        List<String> mistakes = List.of(
                "#{each x in Y}",
                "#{Typo}",
                "a #{Octopus.Deployment.CreatedBy.Username}",
                "x".repeat(ConcurrencyTag.LONGEST + 1));
        for (int version = 0; version < mistakes.size(); version++) {
            here.variables(
                    version,
                    "{\"Name\": \"Octopus.Task.ConcurrencyTag\", \"Value\": \"" + mistakes.get(version) + "\"}");
            assertThat(locks(here.deploy(here.release("1." + version), DEV)))
                    .containsExactly("tag/Spaces-1/Projects-1/Environments-1");
        }
    }

    @Test
    @Tag("rule:progression.automatic-deployments")
    void whatIsDueWhereATemplateMustBeEvaluatedIsQueuedByATask() {
        here.lifecycles.update(ADA, SPACE, "Lifecycles-1", here.json(AUTOMATIC));
        here.variables(0, "{\"Name\": \"Octopus.Task.ConcurrencyTag\", \"Value\": \"one at a time\"}");
        here.events.clear();

        here.release("1.0.0");

        assertThat(here.categories()).containsExactly("Created");
        assertThat(kinds()).containsExactly("AutoDeploy");
        here.drain();
        assertThat(kinds()).containsExactly("AutoDeploy", "Deploy", "AutoDeploy", "Deploy");
        assertThat(went()).containsExactly(TEST, DEV);
        assertThat(here.deployments.get(ADA, SPACE, "Deployments-2").value().deployedBy())
                .isEqualTo("ada");
    }

    @Test
    @Tag("rule:deployment.again")
    void aDeploymentIsMadeAgainWithWhatWasChosen() {
        here.variables(0, """
                {"Id": "v1", "Name": "Password", "Type": "Sensitive", "Prompt": {"Label": "The password", "Required": true}}""");
        Stored<Release> release = here.release("1.0.0");
        Stored<Deployment> first = here.end(here.deploy(release, DEV, """
                {"FormValues": {"v1": "hush"}, "Comments": "For the fair", "ForcePackageDownload": true,
                 "UseGuidedFailure": true, "QueueTimeExpiry": "2030-01-03T00:00:00Z"}"""), new TaskResult.Failed("The disk is full."));

        Stored<Deployment> again = here.deployments.again(ADA, SPACE, first.id());

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.json().path("FormValues")).isEqualTo(first.json().path("FormValues"));
        assertThat(again.value().comments()).isEqualTo("For the fair");
        assertThat(again.value().forcePackageDownload()).isTrue();
        assertThat(again.value().useGuidedFailure()).isTrue();
        assertThat(again.value().queueTimeExpiry()).isNull();
        here.project("IsDisabled", "true");
        refused(() -> here.deployments.again(ADA, SPACE, first.id()), "is disabled");
    }

    @Test
    @Tag("rule:deployment.required-answers")
    void aSecretThatIsSaidToBeThereAndIsNotAnswersNothing() {
        here.variables(0, """
                {"Id": "v1", "Name": "Password", "Type": "Sensitive", "Prompt": {"Label": "The password", "Required": true}}""");
        Stored<Release> release = here.release("1.0.0");

        refused(
                () -> here.deploy(
                        release, DEV, "{\"FormValues\": {\"v1\": {\"HasValue\": true, \"SecretId\": \"Secrets-1\"}}}"),
                "The variable 'The password' needs a value");
    }

    @Test
    @Tag("rule:progression.priority-phase")
    void deploymentsIntoAPriorityPhaseGoFirstUnlessTheySayOtherwise() {
        here.lifecycles.update(ADA, SPACE, "Lifecycles-1", here.json("""
                {"Name": "Usual", "Phases": [
                    {"Name": "Dev", "OptionalDeploymentTargets": ["Environments-1"], "IsPriorityPhase": true, "IsOptionalPhase": true},
                    {"Name": "Test", "OptionalDeploymentTargets": ["Environments-2"]}]}"""));
        Stored<Release> release = here.release("1.0.0");

        assertThat(here.task(here.deploy(release, DEV)).priority()).isEqualTo(1);
        assertThat(here.task(here.deploy(release, DEV, "{\"Priority\": \"Off\"}"))
                        .priority())
                .isZero();
        assertThat(here.task(here.deploy(release, TEST)).priority()).isZero();
        assertThat(here.task(here.deploy(release, TEST, "{\"Priority\": \"On\"}"))
                        .priority())
                .isEqualTo(1);
    }

    @Test
    @Tag("rule:process.references-exist")
    void whatAStepNamesIsThereAndIsToldWithTheStep() {
        refused(() -> here.process(1, """
                        {"Name": "Say it", "Actions": [{"Name": "Say it", "ActionType": "Octopus.Script",
                            "Environments": ["Environments-9"], "Channels": ["Channels-9"]}]}"""), "Step 'Say it', Channels: 'Channels-9' does not exist in this space.");
        refused(
                () -> here.process(1, """
                        {"Name": "Roll", "Actions": [{"Name": "One", "ActionType": "Octopus.Script"},
                            {"Name": "Two", "ActionType": "Octopus.Script", "ExcludedEnvironments": ["Environments-9"]}]}"""),
                "Step 'Roll', action 'Two', ExcludedEnvironments: 'Environments-9' does not exist in this space.");
    }

    private void set(Stored<Deployment> deployment, TaskState state) {
        here.database.change(tx -> here.queue.changeState(tx, deployment.value().taskId(), state, "It was looked at"));
    }

    /** Takes a phase out of the lifecycle. */
    private void without(String phase) {
        var lifecycle = here.lifecycles.get(ADA, SPACE, "Lifecycles-1").json().deepCopy();
        var phases = lifecycle.withArray("Phases");
        for (int index = phases.size() - 1; index >= 0; index--) {
            if (phases.get(index).path("Name").asString().equals(phase)) {
                phases.remove(index);
            }
        }
        here.lifecycles.update(ADA, SPACE, "Lifecycles-1", lifecycle);
    }

    private Stored<Deployment> reschedule(Stored<Deployment> deployment, DeploymentTimes.Times times) {
        return here.deployments.reschedule(ADA, SPACE, deployment.id(), times);
    }

    private CreateDeploymentCommand command(String environment) {
        return here.mapper.treeToValue(here.json("""
                        {"ProjectName": "Random Quotes", "ReleaseVersion": "1.0.0", "EnvironmentNames": ["%s"]}""".formatted(environment)), CreateDeploymentCommand.class);
    }

    private static String manual(String id, String name, String teams) {
        return """
                {"Name": "%s", "Actions": [{"Id": "%s", "Name": "%s", "ActionType": "Octopus.Manual", "Properties":
                    {"Octopus.Action.Manual.Instructions": "Look", "Octopus.Action.Manual.ResponsibleTeamIds": "%s"}}]}""".formatted(name, id, name, teams);
    }

    /** Where deployments went, newest first. */
    private List<String> went() {
        var all = new DeploymentQuery(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, 30);
        return here.deployments.list(ADA, SPACE, all).items().stream()
                .map(deployment -> deployment.value().environmentId())
                .toList();
    }

    /** The locks that a deployment's task needs, which are forgotten with its end. */
    private List<String> locks(Stored<Deployment> deployment) {
        return here.database.read(view -> view.query("select name from task_need where task = :task order by name")
                .bind("task", deployment.value().taskId())
                .mapTo(String.class)
                .list());
    }

    private List<String> kinds() {
        return here.database.read(view -> view.query("select kind from task order by number")
                .mapTo(String.class)
                .list());
    }

    private static void refused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.errors()).anyMatch(error -> error.contains(why)));
    }
}

package tako.server.projects.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;
import static tako.server.projects.process.Processes.reference;
import static tako.server.projects.process.Processes.script;
import static tako.server.projects.process.Processes.step;
import static tako.server.projects.process.Processes.withPackages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.WireMapper;
import tako.server.projects.process.ActionTypeRule.FieldRule;
import tako.server.projects.process.ActionTypeRule.Place;
import tako.server.resource.PropertyValue;

class ProcessRulesTest {
    private static final DeploymentProcess EMPTY = process();
    private static final FieldRule BODY =
            new FieldRule("Octopus.Action.Script.ScriptBody", "Script body", true, Set.of());
    private static final FieldRule SYNTAX =
            new FieldRule("Octopus.Action.Script.Syntax", "Language", false, Set.of("Bash", "PowerShell"));
    private final ProcessRules free = new ProcessRules(List.of());
    private final ProcessRules strict = new ProcessRules(List.of(
            new ActionTypeRule("Octopus.Script", Place.ANY, List.of(BODY, SYNTAX)),
            new ActionTypeRule("Octopus.KubernetesDeployRawYaml", Place.TARGET, List.of()),
            new ActionTypeRule("Octopus.Email", Place.SERVER, List.of())));

    @Test
    void readsAndWritesAProcessWithoutLosingAMember() {
        String sent = """
                {"Id":"deploymentprocess-Projects-1","SpaceId":"Spaces-1","ProjectId":"Projects-1","Version":3,"LastSnapshotId":null,
                 "Steps":[{"Id":"s1","Name":"Deploy","Slug":"deploy","PackageRequirement":"AfterPackageAcquisition",
                   "Properties":{"Octopus.Action.TargetRoles":"web,db","Secret":{"HasValue":true,"SecretId":"Secrets-1"}},
                   "Condition":"Always","StartTrigger":"StartWithPrevious","FutureStep":{"a":[1]},
                   "Actions":[{"Id":"a1","Name":"Deploy","Slug":"deploy","ActionType":"Octopus.Future","Notes":null,"IsDisabled":true,
                     "CanBeUsedForProjectVersioning":true,"IsRequired":true,"WorkerPoolId":"WorkerPools-1","WorkerPoolVariable":"",
                     "Container":{"Image":"tools","FeedId":"Feeds-1","Dockerfile":"x"},"Environments":["Environments-1"],
                     "ExcludedEnvironments":["Environments-2"],"Channels":["Channels-1"],"TenantTags":["Set/Tag"],
                     "Packages":[{"Id":"p1","Name":"","PackageId":"web","FeedId":"feeds-builtin","AcquisitionLocation":"Server",
                       "Properties":{"Extract":"True"},"Version":"1.0","FuturePackage":7}],
                     "GitDependencies":[{"Name":"","RepositoryUri":"https://example.org/r.git"}],"Condition":"Variable",
                     "Properties":{"Key":"value"},"Inputs":{"deep":{"x":null}}}]}],
                 "Future":true}""";
        DeploymentProcess process = WireMapper.read(sent, DeploymentProcess.class);
        assertThat(WireMapper.same(WireMapper.write(process), sent))
                .as(WireMapper.write(process))
                .isTrue();
    }

    @Test
    void absentAndNullCollectionsAndChoicesMeanTheirDefaults() {
        DeploymentProcess process = WireMapper.read(
                "{\"Steps\":[{\"Name\":\"A\",\"Condition\":null,\"Properties\":null,\"Actions\":[{\"ActionType\":\"Octopus.Script\",\"Packages\":null}]}]}",
                DeploymentProcess.class);
        Step step = process.steps().getFirst();
        assertThat(step.condition()).isEqualTo(RunCondition.SUCCESS);
        assertThat(step.startTrigger()).isEqualTo(StartTrigger.START_AFTER_PREVIOUS);
        assertThat(step.actions().getFirst().packages()).isEmpty();
        assertThat(WireMapper.read("{\"Steps\":null}", DeploymentProcess.class).steps())
                .isEmpty();
    }

    @Test
    void givesIdsNamesAndSlugsWhereTheyAreMissing() {
        DeploymentProcess sent = WireMapper.read("""
                {"Steps":[{"Id":"","Name":" Deploy Web! ","Actions":[{"ActionType":"Octopus.Script","Packages":[{"Name":"x","PackageId":"x"}]}]},
                          {"Actions":[{"Name":"Notify","ActionType":"Octopus.Email"}]}]}""", DeploymentProcess.class);
        DeploymentProcess process = ProcessRules.complete(sent, EMPTY, numbers());
        Step first = process.steps().get(0);
        Step second = process.steps().get(1);
        assertThat(first.name()).isEqualTo("Deploy Web!");
        assertThat(first.slug()).isEqualTo("deploy-web");
        assertThat(first.actions().getFirst().name()).isEqualTo("Deploy Web!");
        assertThat(first.actions().getFirst().slug()).isEqualTo("deploy-web");
        assertThat(second.name()).isEqualTo("Notify");
        assertThat(List.of(
                        first.key(),
                        first.actions().getFirst().key(),
                        first.actions().getFirst().packages().getFirst().id(),
                        second.key(),
                        second.actions().getFirst().key()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(free.problems(process)).isEmpty();
    }

    @Test
    void keepsWhatComesBackAndARenameChangesNoSlug() {
        DeploymentProcess before = ProcessRules.complete(process(script("Build"), script("build!")), EMPTY, numbers());
        assertThat(before.steps()).extracting(Step::slug).containsExactly("build", "build-1");
        DeploymentProcess renamed = WireMapper.read(
                WireMapper.write(before)
                        .replace("\"Build\"", "\"Compile\"")
                        .replaceAll("\"Slug\":\"[^\"]*\"", "\"Slug\":\"\""),
                DeploymentProcess.class);
        DeploymentProcess after = ProcessRules.complete(renamed, before, numbers());
        assertThat(after.steps()).extracting(Step::name).containsExactly("Compile", "build!");
        assertThat(after.steps()).extracting(Step::slug).containsExactly("build", "build-1");
        assertThat(after.steps()).extracting(Step::key).containsExactly("step Build", "step build!");
    }

    @Test
    void aNewStepTakesNoSlugOfALaterOne() {
        DeploymentProcess before = ProcessRules.complete(process(script("Build")), EMPTY, numbers());
        DeploymentProcess after =
                ProcessRules.complete(process(script("BUILD"), before.steps().getFirst()), before, numbers());
        assertThat(after.steps()).extracting(Step::slug).containsExactly("build-1", "build");
    }

    @Test
    @Tag("rule:process.names-unique")
    void namesSlugsAndIdsAreUnique() {
        Step twice = script("Build");
        Step renamed =
                script("Other").withIdentity(new Identity("other", "BUILD ", "other"), List.of(action("X", "T")));
        assertThat(free.problems(process(twice, renamed)))
                .containsExactly("2 steps have the name 'Build'. It must be unique in the process, without regard to"
                        + " letter case; change all but one.");
        assertThat(free.problems(process(step("A", List.of(action("X", "T"), action("x", "T"))))))
                .first()
                .asString()
                .contains("2 actions have the name 'X'");
        Step copy = twice.withIdentity(new Identity(twice.key(), "Copy", "copy"), List.of(action("Copy", "T")));
        assertThat(free.problems(process(twice, copy)))
                .singleElement()
                .asString()
                .contains("Id 'step Build'");
    }

    @Test
    @Tag("rule:process.action-and-type")
    void aStepNeedsAnActionAndAnActionItsType() {
        assertThat(free.problems(process(step("Empty", List.of()))))
                .containsExactly("Step 'Empty' has no action. Add at least one to its Actions.");
        assertThat(free.problems(process(step("A", List.of(action("B", " "), action("C", "T"))))))
                .containsExactly(
                        "Step 'A', action 'B': the member ActionType is missing. Name one, for example Octopus.Script.");
    }

    @Test
    @Tag("rule:process.fields-of-types")
    void requiredFieldsOfKnownTypesHaveAValueAndChoicesAreOfThem() {
        assertThat(strict.problems(process(script("Run"))))
                .containsExactly(
                        "Step 'Run', Script body (Octopus.Action.Script.ScriptBody): a value is required. Fill it in.");
        Action perl = action("Run", "Octopus.Script", BODY.key(), "print 1", SYNTAX.key(), "Perl");
        assertThat(strict.problems(process(step("Run", List.of(perl)))))
                .containsExactly("Step 'Run', Language (Octopus.Action.Script.Syntax): 'Perl' is not one of its values."
                        + " Write one of Bash, PowerShell.");
        Action bound = action("Run", "Octopus.Script", BODY.key(), "echo", SYNTAX.key(), "#{Language}");
        assertThat(strict.problems(process(step("Run", List.of(bound))))).isEmpty();
        Action bash = action("Run", "Octopus.Script", BODY.key(), "echo", SYNTAX.key(), "bash");
        assertThat(strict.problems(process(step("Run", List.of(bash))))).isEmpty();
    }

    @Test
    void aSensitiveValueFillsARequiredField() {
        Action secret = new Action(
                "a",
                "Run",
                "run",
                "Octopus.Script",
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                RunCondition.SUCCESS,
                Map.of(
                        BODY.key(),
                        WireMapper.read("{\"HasValue\":true,\"SecretId\":\"Secrets-1\"}", PropertyValue.class)),
                Map.of());
        assertThat(strict.problems(process(step("Run", List.of(secret))))).isEmpty();
    }

    @Test
    @Tag("rule:process.unknown-types-kept")
    void unknownTypesAreAcceptedAsTheyAre() {
        assertThat(strict.problems(process(step("Any", List.of(action("Any", "Example.Future"))))))
                .isEmpty();
    }

    @Test
    @Tag("rule:process.target-tags")
    void stepsOnTargetsNameRoles() {
        Action yaml = action("Apply", "Octopus.KubernetesDeployRawYaml");
        assertThat(strict.problems(process(step("Apply", List.of(yaml)))))
                .singleElement()
                .asString()
                .contains("Step 'Apply'", PropertyKey.TARGET_ROLES);
        assertThat(strict.problems(process(step("Apply", List.of(yaml), PropertyKey.TARGET_ROLES, "k8s"))))
                .isEmpty();
        Action onTarget = action("Run", "Octopus.Script", BODY.key(), "echo", PropertyKey.RUN_ON_SERVER, "false");
        assertThat(strict.problems(process(step("Run", List.of(onTarget))))).hasSize(1);
        Action unsaid = action("Run", "Octopus.Script", BODY.key(), "echo");
        assertThat(strict.problems(process(step("Run", List.of(unsaid))))).isEmpty();
        assertThat(strict.problems(process(
                        step("Mail", List.of(action("Mail", "Octopus.Email", PropertyKey.RUN_ON_SERVER, "False"))))))
                .isEmpty();
    }

    @Test
    void rolesAreTheNamesBetweenCommas() {
        assertThat(script("A", PropertyKey.TARGET_ROLES, " web, ,db ").roles()).containsExactly("web", "db");
        assertThat(script("A").roles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "1.5", "99999999999"})
    @Tag("rule:process.window")
    void aWindowIsAWholeNumberAboveZero(String window) {
        assertThat(free.problems(process(script("Roll", PropertyKey.MAX_PARALLELISM, window))))
                .singleElement()
                .asString()
                .contains("Step 'Roll'", window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", "", "#{Window}"})
    void aWindowMayBeAbsentOrAnExpression(String window) {
        assertThat(free.problems(process(script("Roll", PropertyKey.MAX_PARALLELISM, window))))
                .isEmpty();
    }

    @Test
    @Tag("rule:process.condition-expression")
    void aVariableConditionHasAnExpression() {
        DeploymentProcess process = WireMapper.read("""
                {"Steps":[{"Name":"A","Condition":"Variable","Actions":[{"ActionType":"T","Condition":"Variable",
                   "Properties":{"Octopus.Action.AutoRetry.MaximumCount":"4"}}]}]}""", DeploymentProcess.class);
        assertThat(free.problems(ProcessRules.complete(process, EMPTY, numbers())))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains(PropertyKey.STEP_CONDITION))
                .anySatisfy(problem -> assertThat(problem).contains(PropertyKey.ACTION_CONDITION))
                .anySatisfy(problem -> assertThat(problem).contains("'4' is not a whole number from 0 to 3"));
    }

    @ParameterizedTest
    @CsvSource({
        "Octopus.Action.AutoRetry.MaximumCount, 4, retries",
        "Octopus.Action.AutoRetry.MinimumBackoff, -1, seconds between retries",
        "Octopus.Action.AutoRetry.MinimumBackoff, 3601, seconds between retries",
        "Octopus.Action.ExecutionTimeout.Minutes, soon, time-out in minutes",
    })
    @Tag("rule:process.numbers")
    void retriesPausesAndTimeOutsAreNumbersWithinBounds(String key, String value, String label) {
        assertThat(free.problems(process(step("Run", List.of(action("Run", "T", key, value))))))
                .singleElement()
                .asString()
                .startsWith(
                        "Step 'Run', " + label + " (" + key + "): '" + value + "' is not a whole number from 0 to ");
        assertThat(free.problems(process(step("Run", List.of(action("Run", "T", key, "#{Given}"))))))
                .isEmpty();
    }

    @Test
    @Tag("rule:process.child-conditions")
    void anActionOfSeveralRunsOnSuccessOrByAnExpression() {
        DeploymentProcess process = WireMapper.read("""
                {"Steps":[{"Name":"Roll","Actions":[{"Name":"One","ActionType":"T","Condition":"Always"},
                                                   {"Name":"Two","ActionType":"T","Condition":"Failure"},
                                                   {"Name":"Three","ActionType":"T"}]},
                          {"Name":"Alone","Actions":[{"ActionType":"T","Condition":"Always"}]}]}""", DeploymentProcess.class);
        assertThat(free.problems(ProcessRules.complete(process, EMPTY, numbers())))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("run condition (Condition)"))
                .anySatisfy(problem -> assertThat(problem).startsWith("Step 'Roll', action 'One'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("Step 'Roll', action 'Two'"));
    }

    @Test
    @Tag("rule:process.environment-lists")
    void anEnvironmentIsIncludedOrExcludedNotBoth() {
        DeploymentProcess process = WireMapper.read("""
                {"Steps":[{"Name":"A","Actions":[{"ActionType":"T","Environments":["Environments-1"],
                    "ExcludedEnvironments":["environments-1", "Environments-2"]}]}]}""", DeploymentProcess.class);
        assertThat(free.problems(ProcessRules.complete(process, EMPTY, numbers())))
                .containsExactly("Step 'A', Environments: 'Environments-1' stands in ExcludedEnvironments too,"
                        + " so it would never run there. Leave it in one of the two.");
    }

    @Test
    @Tag("rule:process.package-order")
    void stepsBeforePackagesStandBeforeThoseAfterAndUseNone() {
        DeploymentProcess process = WireMapper.read("""
                {"Steps":[{"Name":"Unpack","PackageRequirement":"AfterPackageAcquisition","Actions":[{"ActionType":"T"}]},
                          {"Name":"Ask","PackageRequirement":"BeforePackageAcquisition","Actions":[{"ActionType":"T",
                             "Packages":[{"PackageId":"web"}, {"Name":"image","PackageId":"i","AcquisitionLocation":"NotAcquired"}]}]},
                          {"Name":"Show","Actions":[{"ActionType":"T"}]}]}""", DeploymentProcess.class);
        assertThat(free.problems(ProcessRules.complete(process, EMPTY, numbers())))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).startsWith("Step 'Ask', PackageRequirement: "))
                .anySatisfy(problem -> assertThat(problem).contains("stands behind step 'Unpack'"))
                .anySatisfy(problem -> assertThat(problem).contains("uses packages itself"));
    }

    @Test
    @Tag("rule:process.package-names")
    void packagesOfAnActionHaveDifferentNamesAndAnId() {
        Action action =
                withPackages(action("A", "T"), reference("", "web"), reference("Side", "x"), reference("side", ""));
        assertThat(free.problems(process(step("A", List.of(action)))))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("2 are named 'side'"))
                .anySatisfy(problem -> assertThat(problem).contains("'side' has no PackageId"));
    }

    @Test
    void theSlotsOfAReleaseAreThoseOfEnabledActionsOfItsChannel() {
        DeploymentProcess process = WireMapper.read("""
                {"Steps":[
                  {"Name":"A","Actions":[{"Name":"A","Packages":[{"PackageId":"web","FeedId":"f"},{"Name":"side","PackageId":"proxy","Version":"1.1"}]}]},
                  {"Name":"B","Actions":[{"Name":"B","IsDisabled":true,"Packages":[{"PackageId":"no"}]}]},
                  {"Name":"C","Actions":[{"Name":"C1","Channels":["Channels-2"],"Packages":[{"PackageId":"beta"}]},
                                         {"Name":"C2","Properties":{"Octopus.Action.Package.PackageId":"old"}}]}]}""", DeploymentProcess.class);
        assertThat(ProcessPackages.slots(process, "Channels-1"))
                .extracting(PackageSlot::label, PackageSlot::packageId)
                .containsExactly(tuple("A", "web"), tuple("A/side", "proxy"), tuple("C2", "old"));
        assertThat(ProcessPackages.slots(process, "channels-2"))
                .extracting(PackageSlot::packageId)
                .contains("beta");
        assertThat(ProcessPackages.slots(process, "Channels-1").get(1).fixedVersion())
                .contains("1.1");
    }

    private static Supplier<String> numbers() {
        AtomicInteger next = new AtomicInteger();
        return () -> "id-" + next.incrementAndGet();
    }
}

package tako.server.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.TestEngine.ADA;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Problem;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machines;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.Lifecycles;
import tako.server.library.variableset.OwnerScopes;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableScopes;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.channel.Channel;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroup;
import tako.server.projects.group.ProjectGroups;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.ProcessRules;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.PropertyValue;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What belongs to a project, on every database. */
abstract class ProjectsContract {
    private static final String SPACE = "Spaces-1";
    private static final String VARIABLES = "variableset-Projects-1";
    private static final String PROJECT = """
            {"Name": "Random Quotes", "ProjectGroupId": "ProjectGroups-1", "LifecycleId": "Lifecycles-1"}""";

    private final JsonMapper mapper = WireMapper.mapper();
    private final AtomicInteger guid = new AtomicInteger();
    private Database database;
    private Channels channels;
    private DeploymentProcesses processes;
    private VariableSets variables;
    private Projects projects;
    private DeploymentSettings settings;
    private Documents<Lifecycle> lifecycles;

    abstract Database open();

    @BeforeEach
    void prepare() {
        database = open();
        Kind<Lifecycle> lifecycleKind = Lifecycles.kind(this::nextGuid);
        Engine engine = TestEngine.over(
                database,
                List.of(lifecycleKind, ProjectGroups.KIND, ProjectKind.KIND, Channels.KIND, Environments.KIND));
        lifecycles = new Documents<>(lifecycleKind, engine);
        var groups = new Documents<ProjectGroup>(ProjectGroups.KIND, engine);
        channels = new Channels(engine);
        processes = new DeploymentProcesses(engine, new ProcessRules(List.of()), new Snapshots(mapper), this::nextGuid);
        var scopes = new VariableScopes(
                new Documents<>(Environments.KIND, engine),
                new Documents<>(Machines.KIND, engine),
                (view, space, owner) -> OwnerScopes.Choices.NONE);
        variables = new VariableSets(engine, new Snapshots(mapper), scopes, this::nextGuid);
        projects = new Projects(engine, channels, processes, variables, ProjectFollowers.NONE);
        settings = new DeploymentSettings(engine, projects.documents());
        database.change(tx -> {
            new Lifecycles(lifecycles).fill(tx, ADA, SPACE);
            new ProjectGroups(groups).fill(tx, ADA, SPACE);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewProjectHasADefaultChannelAnEmptyProcessAndTheUsualVersionTemplate() {
        Stored<Project> project = create();

        assertThat(project.value().deploymentProcessId()).isEqualTo("deploymentprocess-Projects-1");
        assertThat(project.value().versioningStrategy().template()).isEqualTo(Project.DEFAULT_VERSION_TEMPLATE);
        assertThat(channelNames()).containsExactly("Default");
        ObjectNode process = processes.get(ADA, SPACE, "deploymentprocess-projects-1");
        assertThat(process.path("Steps")).isEmpty();
        assertThat(process.at("/Links/Self").asString())
                .isEqualTo("/api/Spaces-1/projects/Projects-1/deploymentprocesses");
    }

    @Test
    void aProjectInNoGroupOrUnderAnUnknownLifecycleIsRefusedAndLeavesNothingBehind() {
        assertThatThrownBy(() ->
                        projects.create(ADA, SPACE, json("{\"Name\": \"Web\", \"LifecycleId\": \"Lifecycles-9\"}")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .anyMatch(error -> error.startsWith("ProjectGroupId:"))
                                .anyMatch(error -> error.startsWith("LifecycleId: 'Lifecycles-9' does not exist")));

        assertThat(projects.list(ADA, SPACE, ListQuery.ALL).total()).isZero();
        assertThat(channels.list(ADA, SPACE, ListQuery.ALL).total()).isZero();
    }

    @Test
    void aLifecycleThatAProjectFollowsCannotBeDeleted() {
        create();

        assertThatThrownBy(() -> lifecycles.delete(ADA, SPACE, "Lifecycles-1"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .contains("Project 'Random Quotes' (Projects-1, LifecycleId)"));
    }

    @Test
    void phasesGetIds() {
        Stored<Lifecycle> lifecycle = lifecycles.create(
                ADA,
                SPACE,
                json("{\"Name\": \"Two\", \"Phases\": [{\"Name\": \"Dev\"}, {\"Name\": \"Prod\", \"Id\": \"own\"}]}"));

        assertThat(lifecycle.value().phases()).extracting(phase -> phase.id()).containsExactly("guid-1", "own");
    }

    @Test
    void aProcessIsReplacedUnderTheVersionThatWasRead() {
        create();

        ObjectNode after = processes.present(processes.update(ADA, SPACE, "Projects-1", process(0, "echo one")));

        assertThat(after.path("Version").asInt()).isEqualTo(1);
        assertThat(after.at("/Steps/0/Actions/0/Id").asString()).startsWith("guid-");
        assertThatThrownBy(() -> processes.update(ADA, SPACE, "Projects-1", process(0, "echo two")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.getMessage()).contains("modified by another user", "version 1");
                });
    }

    @Test
    void aFrozenProcessIsNotTouchedByLaterEditsAndEqualOnesAreShared() {
        create();
        processes.update(ADA, SPACE, "Projects-1", process(0, "echo one"));
        String first = freeze();
        String again = freeze();
        processes.update(ADA, SPACE, "Projects-1", process(1, "echo two"));
        String second = freeze();

        assertThat(again).isEqualTo(first).matches("deploymentprocess-Projects-1-s-1-[0-9A-Z]{5}");
        assertThat(second).isNotEqualTo(first);
        assertThat(processes.get(ADA, SPACE, first).toString())
                .contains("echo one")
                .doesNotContain("echo two");
        assertThat(processes.get(ADA, SPACE, first).path("Id").asString()).isEqualTo(first);
    }

    @Test
    void anActionForAnEnvironmentThatDoesNotExistIsRefused() {
        create();
        ObjectNode process = process(0, "echo one");
        ((ObjectNode) process.at("/Steps/0/Actions/0")).putArray("Environments").add("Environments-5");

        assertThatThrownBy(() -> processes.update(ADA, SPACE, "Projects-1", process))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .startsWith("Step 'Say it', Environments: 'Environments-5'"));
    }

    @Test
    void frozenVariablesAreNotTouchedByLaterEditsAndEqualOnesAreShared() {
        create();
        variables.update(ADA, SPACE, VARIABLES, json("""
                {"Version": 0, "Variables": [{"Name": "Word", "Value": "one"},
                 {"Id": "pw", "Name": "Password", "Value": "hunter2", "IsSensitive": true}]}"""));
        String first = freezeVariables();
        String again = freezeVariables();
        variables.update(
                ADA,
                SPACE,
                VARIABLES,
                json("{\"Version\": 1, \"Variables\": [{\"Name\": \"Word\", \"Value\": \"two\"}]}"));

        assertThat(again).isEqualTo(first).matches("variableset-Projects-1-s-1-[0-9A-Z]{5}");
        ObjectNode shown = variables.get(ADA, SPACE, first);
        assertThat(shown.path("Id").asString()).isEqualTo(first);
        assertThat(shown.toString()).contains("one", "ScopeValues").doesNotContain("two", "hunter2", "Secrets-1");
        assertThat(database.read(view -> variables.frozen(view, SPACE, first))
                        .orElseThrow()
                        .variables()
                        .getLast()
                        .value())
                .isEqualTo(new PropertyValue.Sensitive(true, Optional.of("Secrets-1"), Optional.empty()));
    }

    @Test
    void variablesKeepOrderAndIdsWhenSomeAreMovedAddedAndRemoved() {
        create();
        variables.update(ADA, SPACE, VARIABLES, json("""
                {"Version": 0, "Variables": [{"Id": "a", "Name": "A", "Value": "1"}, {"Id": "b", "Name": "B", "Value": "2"},
                 {"Id": "c", "Name": "C", "Value": "3"}]}"""));
        variables.update(ADA, SPACE, VARIABLES, json("""
                {"Version": 1, "Variables": [{"Id": "c", "Name": "C", "Value": "3"}, {"Id": "d", "Name": "D"},
                 {"Id": "a", "Name": "A", "Value": "9"}]}"""));

        assertThat(database.read(view -> variables.of(view, SPACE, "Projects-1"))
                        .value()
                        .variables())
                .extracting(Variable::key)
                .containsExactly("c", "d", "a");
    }

    @Test
    void aCopyHasChannelsProcessAndVariablesOfItsOwn() {
        create();
        channels.create(ADA, SPACE, json("{\"Name\": \"Hotfix\", \"ProjectId\": \"Projects-1\"}"));
        ObjectNode process = process(0, "echo one");
        ((ObjectNode) process.at("/Steps/0/Actions/0")).putArray("Channels").add("Channels-2");
        processes.update(ADA, SPACE, "Projects-1", process);
        variables.update(ADA, SPACE, VARIABLES, json("""
                {"Version": 0, "Variables": [{"Name": "Password", "Value": "hunter2", "IsSensitive": true}]}"""));

        Stored<Project> copy = projects.copy(ADA, SPACE, "random-quotes", json("{\"name\": \"Second\"}"));

        assertThat(copy.value().slug()).isEqualTo("second");
        assertThat(copy.value().clonedFromProjectId()).isEqualTo("Projects-1");
        assertThat(channels.list(ADA, SPACE, ListQuery.ofOwner(copy.id())).items())
                .extracting(Stored::id)
                .containsExactly("Channels-3", "Channels-4");
        assertThat(processes
                        .get(ADA, SPACE, "deploymentprocess-" + copy.id())
                        .at("/Steps/0/Actions/0/Channels/0")
                        .asString())
                .isEqualTo("Channels-4");
        assertThat(database.read(view -> variables.of(view, SPACE, copy.id()))
                        .value()
                        .variables())
                .singleElement()
                .satisfies(variable -> assertThat(variable.value()).isInstanceOf(PropertyValue.Sensitive.class));
        projects.delete(ADA, SPACE, "Projects-1");
        assertThat(processes.get(ADA, SPACE, "deploymentprocess-" + copy.id()).toString())
                .contains("echo one");
    }

    @Test
    void theDefaultMarkMovesAndIsNeverLost() {
        create();
        channels.create(ADA, SPACE, json("{\"Name\": \"Hotfix\", \"ProjectId\": \"Projects-1\", \"IsDefault\": true}"));

        assertThat(channelNames()).containsExactly("Hotfix", "Default");
        assertThatThrownBy(() -> channels.delete(ADA, SPACE, "Channels-2")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> channels.update(
                        ADA, SPACE, "Channels-2", json("{\"Name\": \"Hotfix\", \"ProjectId\": \"Projects-1\"}")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .startsWith("IsDefault:"));
        channels.delete(ADA, SPACE, "Channels-1");
        assertThat(channelNames()).containsExactly("Hotfix");
    }

    @Test
    void settingsAndProjectAreTheSameData() {
        create();

        ObjectNode changed = settings.update(
                ADA, SPACE, "random-quotes", json("{\"VersioningStrategy\": {\"Template\": \"1.0.i\"}}"));

        assertThat(changed.path("Id").asString()).isEqualTo("deploymentsettings-Projects-1");
        assertThat(changed.at("/VersioningStrategy/Template").asString()).isEqualTo("1.0.i");
        assertThat(projects.get(ADA, SPACE, "Projects-1")
                        .value()
                        .versioningStrategy()
                        .template())
                .isEqualTo("1.0.i");
        assertThat(settings.get(ADA, SPACE, "Projects-1")).isEqualTo(changed);
    }

    @Test
    void aProjectIsDeletedWithWhatBelongsToIt() {
        create();

        projects.delete(ADA, SPACE, "Projects-1");

        assertThat(channels.list(ADA, SPACE, ListQuery.ALL).total()).isZero();
        assertThatThrownBy(() -> variables.get(ADA, SPACE, "variableset-Projects-1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThatThrownBy(() -> processes.get(ADA, SPACE, "deploymentprocess-Projects-1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    private Stored<Project> create() {
        return projects.create(ADA, SPACE, json(PROJECT));
    }

    private String freeze() {
        return database.write(tx -> processes.freeze(tx, SPACE, "Projects-1"));
    }

    private String freezeVariables() {
        return database.write(tx -> variables.freeze(tx, SPACE, "Projects-1"));
    }

    private List<String> channelNames() {
        return channels.list(ADA, SPACE, ListQuery.ALL.withOwner("Projects-1")).items().stream()
                .map(Stored::value)
                .map(Channel::name)
                .toList();
    }

    private ObjectNode process(int version, String script) {
        return json("""
                {"Version": %d, "Steps": [{"Name": "Say it", "Actions": [{"Name": "Say it", "ActionType": "Octopus.Script",
                 "Properties": {"Octopus.Action.RunOnServer": "true", "Octopus.Action.Script.ScriptBody": "%s"}}]}]}""".formatted(version, script));
    }

    private ObjectNode json(String text) {
        return (ObjectNode) mapper.readTree(text);
    }

    private String nextGuid() {
        return "guid-" + guid.incrementAndGet();
    }
}

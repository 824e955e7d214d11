package tako.server.delivery.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static tako.server.TestEngine.ADA;
import static tako.server.delivery.DeliveryFixture.SPACE;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.delivery.DeliveryFixture;
import tako.server.projects.variable.Explanation.Outcome;
import tako.server.projects.variable.ProjectCandidates;
import tako.server.projects.variable.ProjectVariables;
import tako.server.projects.variable.Question;
import tako.server.projects.variable.Situations;
import tako.server.projects.variable.TargetVariables.Contribution;
import tako.server.projects.variable.VariableAnswer;
import tako.server.projects.variable.VariableAnswer.Entry;
import tako.server.projects.variable.VariableAnswer.Nested;
import tako.server.resource.Engine;

/** Why variables have their values, now and as a release has frozen them, on every database. */
abstract class ExplainedVariablesContract {
    private static final String SECRET = """
            {"Name": "Password", "Value": "hunter22", "Type": "Sensitive", "IsSensitive": true}""";

    private DeliveryFixture here;
    private ProjectVariables variables;

    abstract Database open();

    @BeforeEach
    void prepare() {
        here = new DeliveryFixture(open());
        variables = over(here.engine);
    }

    private ProjectVariables over(Engine engine) {
        var situations = new Situations(
                here.projectDocuments,
                here.environments.documents(),
                here.machines,
                new Situations.Processes(here.processes, here.channels),
                new FrozenReleases(here.releaseDocuments, here.releaseSources));
        var candidates = new ProjectCandidates(
                engine,
                situations,
                here.variables,
                (view, target) -> new Contribution(
                        Map.of("Cluster.Url", "https://10.0.0.1"), Map.of("Cluster.Token", Secret.of("t0ken"))),
                (view, named) -> named.id().equals("Certificates-1")
                        ? new Contribution(
                                Map.of(named.variable() + ".Subject", "CN=web"),
                                Map.of(named.variable() + ".PrivateKeyPem", Secret.of("pr1vate")))
                        : Contribution.NONE);
        return new ProjectVariables(engine, here.variables, candidates);
    }

    /** As somebody who lacks a permission sees it. */
    private ProjectVariables without(String missing) {
        Engine all = here.engine;
        return over(new Engine(
                all.database(),
                all.mapper(),
                all.catalogue(),
                (principal, permission, space) -> {
                    if (permission.equals(missing)) {
                        throw Problem.forbidden(permission);
                    }
                },
                all.audit(),
                all.secrets(),
                all.notices(),
                all.clock()));
    }

    @AfterEach
    void close() {
        here.close();
    }

    private VariableAnswer explain(String name, Optional<String> release, Question.Place place) {
        return variables.explain(ADA, SPACE, name, new Question("Random Quotes", Optional.empty(), release, place));
    }

    private VariableAnswer explain(String name) {
        return explain(name, Optional.empty(), in("Dev"));
    }

    private static Question.Place in(String environment) {
        return at(Optional.of(environment), Optional.empty(), Optional.empty());
    }

    private static Question.Place at(Optional<String> environment, Optional<String> action, Optional<String> machine) {
        return new Question.Place(environment, Optional.empty(), Optional.empty(), action, machine, Optional.empty());
    }

    @Test
    void theValueOfTheEnvironmentWinsAndTheOthersSayWhyTheyDoNot() {
        here.variables(
                0,
                "{\"Name\": \"Port\", \"Value\": \"80\"}",
                "{\"Name\": \"Port\", \"Value\": \"30000\", \"Scope\": {\"Environment\": [\"Environments-1\"]}}",
                "{\"Name\": \"Port\", \"Value\": \"30001\", \"Scope\": {\"Environment\": [\"Environments-2\"]}}");
        VariableAnswer answer = explain("port");
        assertThat(answer.name()).isEqualTo("Port");
        assertThat(answer.value()).contains("30000");
        assertThat(answer.candidates())
                .extracting(entry -> entry.value().orElse(""), Entry::outcome, Entry::scopeText, Entry::origin)
                .containsExactly(
                        tuple("30000", Outcome.WON, "Environment: Dev", "Project"),
                        tuple("80", Outcome.LOST, "no scope", "Project"),
                        tuple("30001", Outcome.DOES_NOT_FIT, "Environment: Test", "Project"));
        assertThat(answer.winner()).contains(answer.candidates().getFirst().variableId());
    }

    @Test
    void whatAValueIsMadeOfIsNamedWithItsOriginAndNoSecretIsShown() {
        here.variables(
                0,
                SECRET,
                "{\"Name\": \"Host\", \"Value\": \"#{Octopus.Environment.Name | ToLower}.example.org\"}",
                "{\"Name\": \"Url\", \"Value\": \"http://ada:#{Password}@#{Host}/#{Nowhere}\"}");
        VariableAnswer answer = explain("Url");
        assertThat(answer.value()).contains("http://ada:********@dev.example.org/#{Nowhere}");
        assertThat(answer.template()).contains("http://ada:#{Password}@#{Host}/#{Nowhere}");
        assertThat(answer.problem().orElse("")).contains("#{Nowhere}");
        assertThat(answer.nested())
                .extracting(Nested::name, nested -> nested.value().orElse(""), Nested::isSensitive, Nested::origin)
                .containsExactly(
                        tuple("Password", "", true, "Project"),
                        tuple("Host", "dev.example.org", false, "Project"),
                        tuple("Octopus.Environment.Name", "Dev", false, "System"));
        assertThat(explain("Password").value()).isEmpty();
        assertThat(explain("Password").template()).isEmpty();
        assertThat(explain("Password").isSensitive()).isTrue();
    }

    @Test
    void aLibrarySetIsCalledByItsNameAndShowsItsValuesToWhoMayViewLibrarySets() {
        here.librarySets.create(ADA, SPACE, here.json("{\"Name\": \"Shared\"}"));
        here.variables.update(ADA, SPACE, "variableset-LibraryVariableSets-1", here.json("""
                {"Version": 0, "Variables": [{"Name": "Color", "Value": "red"}, {"Name": "Port", "Value": "1"}]}"""));
        here.project("IncludedLibraryVariableSetIds", "[\"LibraryVariableSets-1\"]");
        here.variables(
                0, "{\"Name\": \"Port\", \"Value\": \"2\"}", "{\"Name\": \"Paint\", \"Value\": \"in #{Color}\"}");
        assertThat(explain("Port").candidates())
                .extracting(entry -> entry.value().orElse(""), Entry::origin, Entry::outcome)
                .containsExactly(tuple("2", "Project", Outcome.WON), tuple("1", "Library set 'Shared'", Outcome.TIED));
        assertThat(explain("Paint").value()).contains("in red");
        assertThat(explain("Paint").nested()).extracting(Nested::origin).containsExactly("Library set 'Shared'");

        Question question = new Question("Random Quotes", Optional.empty(), Optional.empty(), in("Dev"));
        ProjectVariables blind = without("LibraryVariableSetView");
        assertThat(blind.explain(ADA, SPACE, "Paint", question).value()).contains("in ********");
        VariableAnswer color = blind.explain(ADA, SPACE, "Color", question);
        assertThat(color.value()).isEmpty();
        assertThat(color.candidates().getFirst().origin()).isEqualTo("A library set that you may not see");
        assertThat(blind.preview(ADA, SPACE, question).toString())
                .contains("Paint")
                .doesNotContain("red", "\"Name\":\"Color\"");
    }

    @Test
    void aReleaseAnswersWithWhatItHasFrozenAndTellsOfItself() {
        here.variables(0, "{\"Name\": \"Color\", \"Value\": \"blue #{Octopus.Release.Number}\"}");
        here.release("1.0.0");
        here.variables(1, "{\"Name\": \"Color\", \"Value\": \"green #{Octopus.Release.Number}\"}");
        assertThat(explain("Color", Optional.of("1.0.0"), in("Dev")).value()).contains("blue 1.0.0");
        assertThat(explain("Color", Optional.of("Releases-1"), in("Dev")).value())
                .contains("blue 1.0.0");
        assertThat(explain("Color").value()).contains("green #{Octopus.Release.Number}");
        assertThat(explain("Octopus.Release.Channel.Name", Optional.of("1.0.0"), in("Dev"))
                        .value())
                .contains("Default");
        assertThat(refusal("Color", Optional.of("9.9.9"), in("Dev")))
                .isEqualTo("release: there is no '9.9.9'. Send the version of one of the project's.");
    }

    @Test
    void anActionAndATargetTakePart() {
        here.machines.create(ADA, SPACE, here.json("""
                {"Name": "alpha", "EnvironmentIds": ["Environments-1"], "Roles": ["web"],
                 "Endpoint": {"CommunicationStyle": "None"}}"""));
        here.process(1, """
                {"Name": "Say it", "Actions": [{"Name": "Say it", "ActionType": "Octopus.Script",
                 "Properties": {"Greeting": "from the step"}}]}""");
        here.variables(0, "{\"Name\": \"Greeting\", \"Value\": \"from the project\"}");
        Question.Place place = at(Optional.of("dev"), Optional.of("say it"), Optional.of("ALPHA"));
        VariableAnswer greeting = explain("Greeting", Optional.empty(), place);
        assertThat(greeting.value()).contains("from the step");
        assertThat(greeting.winner()).isEmpty();
        assertThat(greeting.candidates()).extracting(Entry::origin).containsExactly("Action 'Say it'", "Project");
        assertThat(explain("Octopus.Machine.Name", Optional.empty(), place).value())
                .contains("alpha");
        assertThat(explain("Octopus.Action.Name", Optional.empty(), place).value())
                .contains("Say it");
        assertThat(explain("Cluster.Url", Optional.empty(), place).value()).contains("https://10.0.0.1");
        assertThat(explain("Cluster.Token", Optional.empty(), place)).satisfies(token -> {
            assertThat(token.isSensitive()).isTrue();
            assertThat(token.toString()).doesNotContain("t0ken");
        });
    }

    @Test
    void membersOfACertificateComeWithTheVariableThatNamesIt() {
        here.variables(
                0,
                "{\"Name\": \"Web\", \"Value\": \"#{Which}\", \"Type\": \"Certificate\"}",
                "{\"Name\": \"Which\", \"Value\": \"Certificates-1\"}");
        assertThat(explain("Web.Subject").value()).contains("CN=web");
        assertThat(explain("Web.Subject").candidates().getFirst().origin()).isEqualTo("Project, named by 'Web'");
        assertThat(explain("Web.PrivateKeyPem").isSensitive()).isTrue();
        assertThat(explain("Web.PrivateKeyPem").toString()).doesNotContain("pr1vate");
    }

    @Test
    void whatTheServerSetsIsNotOverridden() {
        here.variables(
                0,
                "{\"Name\": \"Octopus.Environment.Name\", \"Value\": \"Mine\", \"Scope\": {\"Environment\": [\"Environments-1\"]}}");
        VariableAnswer answer = explain("Octopus.Environment.Name");
        assertThat(answer.value()).contains("Dev");
        assertThat(answer.candidates().getLast().reason()).contains("nothing overrides it");
    }

    @Test
    void aNameWithoutAValueSaysSoAndSuggestsTheNearest() {
        here.variables(0, "{\"Name\": \"Database\", \"Value\": \"1\"}");
        VariableAnswer answer = explain("Databse");
        assertThat(answer.value()).isEmpty();
        assertThat(answer.candidates()).isEmpty();
        assertThat(answer.note()).contains("There is no value of this name here.");
        assertThat(answer.suggestions()).first().isEqualTo("Database");
        assertThat(explain("Octopus.Deployment.Id").note())
                .contains("The server sets it. Known when a deployment runs.");
        assertThat(explain("Octopus.Action[Say it].Output.Url").note())
                .contains("The server sets it. Known when a deployment runs.");
    }

    @Test
    void aCircleIsToldInTheLanguagesOwnWords() {
        here.variables(0, "{\"Name\": \"One\", \"Value\": \"#{Two}\"}", "{\"Name\": \"Two\", \"Value\": \"#{One}\"}");
        VariableAnswer answer = explain("One");
        assertThat(answer.value()).isPresent();
        assertThat(answer.problem().orElse("")).containsIgnoringCase("self");
    }

    @Test
    void valuesThatNothingTellsApartAreNoted() {
        here.variables(0, "{\"Name\": \"Port\", \"Value\": \"1\"}", "{\"Name\": \"Port\", \"Value\": \"2\"}");
        assertThat(explain("Port").value()).contains("2");
        assertThat(explain("Port").note().orElse("")).contains("the one defined last counts");
        assertThat(explain("Port").candidates()).extracting(Entry::outcome).containsExactly(Outcome.WON, Outcome.TIED);
        Question question = new Question("random-quotes", Optional.empty(), Optional.empty(), in("Dev"));
        assertThat(variables.preview(ADA, SPACE, question).path("Warnings")).hasSize(1);
    }

    @Test
    void theNamesAreThoseOfTheProjectItsStepsAndTheServer() {
        here.variables(0, "{\"Name\": \"Port\", \"Value\": \"1\"}", SECRET);
        Question question = new Question("random-quotes", Optional.empty(), Optional.empty(), in("Dev"));
        assertThat(variables.names(ADA, SPACE, question))
                .contains(
                        "Port",
                        "Password",
                        "Octopus.Environment.Name",
                        "Octopus.Action[Say it].Status.Code",
                        "Octopus.Step[Say it].Number",
                        "OctopusPrintVariables")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheQuestionNamesMustExist() {
        assertThat(refusal("Port", Optional.empty(), in("Moon"))).startsWith("environment: there is no 'Moon'.");
        assertThat(refusal("Port", Optional.empty(), at(Optional.empty(), Optional.of("nope"), Optional.empty())))
                .startsWith("action: there is no 'nope'.");
    }

    private String refusal(String name, Optional<String> release, Question.Place place) {
        return catchThrowableOfType(Problem.class, () -> explain(name, release, place))
                .errors()
                .getFirst();
    }
}

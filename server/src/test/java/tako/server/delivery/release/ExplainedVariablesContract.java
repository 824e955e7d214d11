package tako.server.delivery.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static tako.server.TestEngine.ADA;
import static tako.server.delivery.DeliveryFixture.SPACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Principal;
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
import tako.server.resource.EnvironmentReach;
import tako.server.resource.Permissions;

/** Why variables have their values, now and as a release has frozen them, on every database. */
abstract class ExplainedVariablesContract {
    private static final String SECRET = """
            {"Name": "Password", "Value": "hunter22", "Type": "Sensitive", "IsSensitive": true}""";

    private static final Question IN_DEV = new Question("Random Quotes", Optional.empty(), Optional.empty(), in("Dev"));

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
        return as((principal, permission, space) -> {
            if (permission.equals(missing)) {
                throw Problem.forbidden(permission);
            }
        });
    }

    /** As somebody with some permissions sees it. */
    private ProjectVariables as(Permissions permissions) {
        Engine all = here.engine;
        return over(new Engine(
                all.database(),
                all.mapper(),
                all.catalogue(),
                permissions,
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
    void whoMayNotSeeALibrarySetLearnsNeitherItsSecretsNorItsScopes() {
        here.librarySets.create(ADA, SPACE, here.json("{\"Name\": \"Shared\"}"));
        here.variables.update(ADA, SPACE, "variableset-LibraryVariableSets-1", here.json("""
                {"Version": 0, "Variables": [
                  {"Name": "Token", "Value": "t0ken22", "Type": "Sensitive", "IsSensitive": true},
                  {"Name": "Color", "Value": "red", "Scope": {"Environment": ["Environments-1"]}},
                  {"Name": "Color", "Value": "blue", "Scope": {"Environment": ["Environments-2"]}}]}"""));
        here.project("IncludedLibraryVariableSetIds", "[\"LibraryVariableSets-1\"]");
        here.variables(0, "{\"Name\": \"Color\", \"Value\": \"green\"}");
        ProjectVariables blind = without("LibraryVariableSetView");
        assertThat(blind.preview(ADA, SPACE, IN_DEV).toString()).doesNotContain("Token", "Color");
        assertThat(blind.names(ADA, SPACE, IN_DEV)).contains("Color").doesNotContain("Token");
        assertThat(blind.explain(ADA, SPACE, "Tokens", IN_DEV).suggestions()).doesNotContain("Token");
        VariableAnswer color = blind.explain(ADA, SPACE, "Color", IN_DEV);
        assertThat(color.isSensitive()).isTrue();
        assertThat(color.candidates())
                .extracting(Entry::outcome, Entry::ownerId, Entry::variableId, Entry::scopeText)
                .contains(tuple(Outcome.WON, "", "", ""), tuple(Outcome.DOES_NOT_FIT, "", "", ""));
        assertThat(color.toString()).doesNotContain("LibraryVariableSets", "Environments-", "scoped by", "red", "blue");
        assertThat(explain("Color").value()).contains("red");
    }

    @Test
    void whoMayNotSeeProcessesLearnsNothingOfStepsAndStillThatTheyWin() {
        here.process(1, """
                {"Name": "Say it", "Actions": [{"Name": "Say it", "ActionType": "Octopus.Script",
                 "Container": {"Image": "example.org/tools:1"}, "Properties": {"Greeting": "from the step"}}]}""");
        here.variables(0, "{\"Name\": \"Greeting\", \"Value\": \"from the project\"}");
        ProjectVariables blind = without("ProcessView");
        Question question = new Question(
                "Random Quotes",
                Optional.empty(),
                Optional.empty(),
                at(Optional.of("Dev"), Optional.of("Say it"), Optional.empty()));
        VariableAnswer greeting = blind.explain(ADA, SPACE, "Greeting", question);
        assertThat(greeting.isSensitive()).isTrue();
        assertThat(greeting.candidates())
                .extracting(Entry::outcome, Entry::origin)
                .containsExactly(tuple(Outcome.WON, "A process that you may not see"), tuple(Outcome.LOST, "Project"));
        assertThat(greeting.toString()).doesNotContain("from the step", "Say it", "Action");
        assertThat(blind.explain(ADA, SPACE, "Octopus.Action.Container.Image", question)
                        .value())
                .isEmpty();
        assertThat(variables
                        .explain(ADA, SPACE, "Octopus.Action.Container.Image", question)
                        .value())
                .contains("example.org/tools:1");
        assertThat(blind.names(ADA, SPACE, question)).noneMatch(name -> name.contains("Say it"));
    }

    @Test
    void whoMayNotSeeCertificatesStillSeesThatTheirMembersWin() {
        here.variables(
                0,
                "{\"Name\": \"Web.Subject\", \"Value\": \"mine\"}",
                "{\"Name\": \"Web\", \"Value\": \"#{Which}\", \"Type\": \"Certificate\"}",
                "{\"Name\": \"Which\", \"Value\": \"Certificates-1\"}");
        VariableAnswer subject = without("CertificateView").explain(ADA, SPACE, "Web.Subject", IN_DEV);
        assertThat(subject.isSensitive()).isTrue();
        assertThat(subject.toString()).doesNotContain("CN=web");
        assertThat(explain("Web.Subject").value()).contains("CN=web");
    }

    @Test
    void scopesNameOnlyWhatTheAskerMaySee() {
        here.variables(0, """
                {"Name": "Port", "Value": "1", "Scope": {"Environment": ["Environments-1", "Environments-2"]}}""");
        ProjectVariables inDev = as(new Permissions() {
            @Override
            public void require(Principal principal, String permission, String space) {}

            @Override
            public EnvironmentReach environments(Principal principal, String permission, String space) {
                return EnvironmentReach.only(List.of("Environments-1"));
            }
        });
        assertThat(inDev.explain(ADA, SPACE, "Port", IN_DEV).candidates())
                .extracting(Entry::scopeText)
                .containsExactly("Environment: Dev, Environments-2");
        assertThat(explain("Port").candidates()).extracting(Entry::scopeText).containsExactly("Environment: Dev, Test");
    }

    @Test
    void hostileTemplatesKeepNobodyFromReadingAndEndInTheTimeOfOneAnswer() throws Exception {
        String many = IntStream.range(0, 2_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String slow = "#{each a in Many}#{each b in Many}#{each c in Many}#{/each}#{/each}#{/each}";
        here.variables(
                0,
                "{\"Name\": \"Many\", \"Value\": \"" + many + "\"}",
                "{\"Name\": \"Slow\", \"Value\": \"" + slow + "\"}",
                "{\"Name\": \"Web\", \"Value\": \"" + slow + "\", \"Type\": \"Certificate\"}");
        List<VariableAnswer> answers = new ArrayList<>();
        long longest = 0;
        try (ExecutorService askers = Executors.newFixedThreadPool(5)) {
            List<Future<VariableAnswer>> asked = Stream.generate(() -> askers.submit(() -> explain("Slow")))
                    .limit(5)
                    .toList();
            while (!asked.stream().allMatch(Future::isDone)) {
                long begin = System.nanoTime();
                here.engine.database().read(view -> here.engine.catalogue().kindOf("Projects-1"));
                longest = Math.max(longest, System.nanoTime() - begin);
            }
            for (Future<VariableAnswer> answer : asked) {
                answers.add(answer.get());
            }
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(5));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.note().orElse("")).contains("Not all of it was evaluated"));
    }

    @Test
    void ofManyVariablesThatAValueIsMadeOfTheFirstAreShown() {
        List<String> all = new ArrayList<>();
        IntStream.range(0, 250).forEach(at -> all.add("{\"Name\": \"V" + at + "\", \"Value\": \"x\"}"));
        String every = IntStream.range(0, 250).mapToObj(at -> "#{V" + at + "}").collect(Collectors.joining());
        all.add("{\"Name\": \"All\", \"Value\": \"" + every + "\"}");
        here.variables(0, all.toArray(String[]::new));
        VariableAnswer answer = explain("All");
        assertThat(answer.value()).contains("x".repeat(250));
        assertThat(answer.nested()).hasSize(200);
        assertThat(answer.note()).contains("The value is made of 250 variables; the first 200 are shown.");
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

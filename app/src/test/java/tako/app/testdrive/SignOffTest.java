package tako.app.testdrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tako.app.client.ApiClient;
import tako.app.client.Questions;
import tako.app.testdrive.mail.Mailbox;
import tako.platform.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Test waits for sign-off: what the command shows, what counts as an answer, and what does not. */
class SignOffTest {
    private final StoringServer server;
    private final ApiClient api;
    private final List<String> said = new ArrayList<>();

    @TempDir
    Path folder;

    SignOffTest() throws IOException {
        this.server = new StoringServer();
        this.api = new ApiClient(server.address(), Secret.of("API-TEST"));
    }

    @BeforeEach
    void ask() {
        server.asks();
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void devIsOptionalAndNeitherAskedForNorMailedAbout() throws InterruptedException {
        start(given(Answering.Choice.NONE));

        JsonNode lifecycle = server.all("lifecycles").getFirst();
        assertThat(lifecycle.path("Description").asString())
                .isEqualTo("Progression from the Dev to the Prod environments");
        assertThat(lifecycle.path("Phases"))
                .extracting(phase -> phase.path("IsOptionalPhase").asBoolean())
                .containsExactly(true, false, false);
        JsonNode steps = server.at("/projects/projects-1/deploymentprocesses").path("Steps");
        assertThat(steps)
                .extracting(
                        step -> step.at("/Actions/0/ActionType").asString(),
                        step -> step.at("/Actions/0/ExcludedEnvironments").toString())
                .endsWith(
                        tuple("Octopus.Manual", "[\"environments-1\"]"),
                        tuple("Octopus.Email", "[\"environments-1\"]"));
        assertThat(steps.path(2).path("Condition").asString()).isEqualTo("Always");
    }

    @Test
    void theStakeholdersPasswordIsShownOnceAndTheMailFollowsTheCatcher() throws InterruptedException {
        start(given(Answering.Choice.NONE));
        String password = server.at("/users/users-1").path("Password").asString();
        assertThat(password).hasSizeGreaterThan(15);
        assertThat(said).filteredOn(line -> line.contains(password)).hasSize(1);
        assertThat(server.at("/teams/teams-1").path("MemberUserIds").toString()).isEqualTo("[\"users-1\"]");
        assertThat(server.at("/smtpconfiguration").path("SmtpPort").asInt()).isEqualTo(2525);
        said.clear();

        start(given(Answering.Choice.NONE));

        assertThat(said).noneMatch(line -> line.contains(password));
    }

    @Test
    void aMailServerThatPeopleConfiguredStays() throws InterruptedException {

        api.put("/api/smtpconfiguration", api.body().put("SmtpHost", "smtp.example.org"));

        start(given(Answering.Choice.NONE));

        assertThat(server.at("/smtpconfiguration").path("SmtpHost").asString()).isEqualTo("smtp.example.org");
        assertThat(said).anyMatch(line -> line.contains("Mail goes to smtp.example.org"));
    }

    @Test
    void somebodyAtATerminalIsWaitedForAndProceeds() throws InterruptedException {
        start(typed(true, () -> isShown() && server.isAsked() ? Optional.of("p") : Optional.empty()));

        assertThat(said)
                .contains("Waiting for an answer to Deployment Sign Off ():", "  Open the application.")
                .contains("Members of Stakeholders and administrators may answer.", "Deployed to Test.");
        assertThat(results()).containsExactly("Proceed");
    }

    @Test
    void aLineThatWasTypedBeforeTheQuestionIsNoAnswer() throws InterruptedException {
        Deque<String> early = new ArrayDeque<>(List.of("p", "p", "p"));

        start(typed(false, () -> Optional.ofNullable(early.poll())));

        assertThat(said).contains("Nothing waits for an answer.");
        assertThat(server.isAsked()).isTrue();
    }

    @Test
    void whereNobodySitsItSaysHowToAnswerAndGoesOn() throws InterruptedException {
        List<String> addresses = start(typed(false, Optional::empty));

        assertThat(server.isAsked()).isTrue();
        assertThat(said)
                .anySatisfy(line -> assertThat(line)
                        .contains("curl -X POST", server.address() + "/api/Spaces-1/interruptions/interruptions-1"));
        assertThat(addresses).anySatisfy(line -> assertThat(line).contains("Test", "waits for an answer"));

        start(typed(false, Optional::empty));
        assertThat(server.all("deployments")).hasSize(2);
    }

    @Test
    void anAnswerFromTheCommandLineNeedsNobody() throws InterruptedException {
        start(given(Answering.Choice.PROCEED));

        assertThat(results()).containsExactly("Proceed");
    }

    @Test
    void whatIsAbortedIsNoFailureOfTheTestDrive() throws InterruptedException {
        start(given(Answering.Choice.ABORT));

        assertThat(results()).containsExactly("Abort");
        assertThat(said).contains("The deployment to Test ended as Failed.");
    }

    @Test
    void theCommandLineAnswersForNoDeploymentThatItFindsUnderWay() throws InterruptedException {
        start(given(Answering.Choice.NONE));

        start(given(Answering.Choice.PROCEED));

        assertThat(server.all("deployments")).hasSize(2);
        assertThat(server.isAsked()).isTrue();
        assertThat(said).anyMatch(line -> line.contains("curl -X POST"));
    }

    @Test
    void ofSeveralThatWaitOneIsAnsweredByItsNumberOnly() throws InterruptedException {
        start(given(Answering.Choice.NONE));
        deployTo("Prod");

        serve("p");
        assertThat(said).contains("  1  Deployment Sign Off ()", "  2  Deployment Sign Off ()");
        assertThat(isOpen("interruptions-1")).isTrue();
        assertThat(isOpen("interruptions-2")).isTrue();

        serve("p 2");
        assertThat(isOpen("interruptions-1")).isTrue();
        assertThat(isOpen("interruptions-2")).isFalse();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoeverTypesWithoutEndIsHeardOnceALook() throws InterruptedException {
        var stop = new CountDownLatch(1);
        var watcher = new Watcher(
                line -> {
                    said.add(line);
                    stop.countDown();
                },
                stop);

        desk(watcher, new Answering(Optional.empty(), new StandardInput(new StandardInputTest.Endless("p\n"))))
                .serve();

        assertThat(said).containsExactly("Nothing waits for an answer.");
    }

    @Test
    void aHomeOfTheEarlierTutorialIsToldFromOneWithSignOff() throws InterruptedException {
        var watcher = new Watcher(said::add, new CountDownLatch(1));
        var drive = new TestDrive(api, new Nowhere(), watcher, desk(watcher, given(Answering.Choice.NONE)));
        drive.run(2525);
        assertThat(drive.asksForSignOff()).isTrue();

        ObjectNode process =
                server.at("/projects/projects-1/deploymentprocesses").deepCopy();
        process.withArray("Steps").remove(1);
        api.put("/api/Spaces-1/projects/projects-1/deploymentprocesses", process);

        assertThat(drive.asksForSignOff()).isFalse();
    }

    private boolean isShown() {
        return said.contains("  Open the application.");
    }

    private List<String> results() {
        return server.all("interruptions").stream()
                .map(one -> one.at("/Form/Values/Result").asString())
                .toList();
    }

    private static Answering given(Answering.Choice choice) {
        return new Answering(Optional.of(choice), new TypedLines(false, Optional::empty));
    }

    private static Answering typed(boolean terminal, Supplier<Optional<String>> lines) {
        return new Answering(Optional.empty(), new TypedLines(terminal, lines));
    }

    private boolean isOpen(String question) {
        return server.at("/interruptions/" + question).path("IsPending").asBoolean(false);
    }

    private void deployTo(String environment) {
        ObjectNode body = api.body().put("ReleaseVersion", "1.0.1");
        body.putArray("EnvironmentNames").add(environment);
        api.post("/api/Spaces-1/deployments/create/untenanted/v1", body);
    }

    /** Watches until this line was heard, which is typed when a question is shown. */
    private void serve(String line) throws InterruptedException {
        said.clear();
        Deque<String> lines = new ArrayDeque<>(List.of(line));
        var stop = new CountDownLatch(1);
        Supplier<Optional<String>> typing = () -> {
            if (lines.isEmpty()) {
                stop.countDown();
            }
            return isShown() ? Optional.ofNullable(lines.poll()) : Optional.empty();
        };
        desk(new Watcher(said::add, stop), typed(true, typing)).serve();
    }

    private Desk desk(Watcher watcher, Answering answering) {
        var mails = new Mailbox(folder.resolve("mails"));
        return new Desk(new Questions(api, Seeds.SPACE_ID), mails, watcher, answering);
    }

    private List<String> start(Answering answering) throws InterruptedException {
        var watcher = new Watcher(said::add, new CountDownLatch(1));
        var drive = new TestDrive(api, new Nowhere(), watcher, desk(watcher, answering));
        drive.run(2525);
        return drive.addresses();
    }

    /** A place of which only the server's part is looked at. */
    private static final class Nowhere implements Place {
        @Override
        public Optional<String> objection(JsonNode process) {
            return Optional.empty();
        }

        @Override
        public Layout layout(Seeds seeds) {
            ObjectNode action = seeds.named("Deploy").put("ActionType", "Octopus.Script");
            return new Layout("role", List.of(), Map.of(), action, "http://127.0.0.1");
        }

        @Override
        public void awaitTargets() {}

        @Override
        public ReleaseOrder release() {
            return new ReleaseOrder(Optional.of("1.0.1"), List.of());
        }

        @Override
        public void awaitPages() {}

        @Override
        public Optional<Page> page(TutorialEnvironment environment) {
            return Optional.of(new Page("http://127.0.0.1", ""));
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}

package tako.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.Answer;
import tako.e2e.FreshHome;
import tako.e2e.MailServer;
import tako.e2e.Person;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.Setup.Deployment;
import tako.e2e.SignOffs;
import tako.e2e.kubernetes.TutorialSpace.Place;
import tako.testbed.MachineLock;
import tako.testbed.TestCluster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tutorial's second half, on a real cluster, with a real mail server. */
@Tag("outside")
@Tag("cluster")
@Timeout(300)
class TutorialSecondHalfTest {
    private static final Duration ROLLOUT = Duration.ofMinutes(1);
    private static final Place TEST = TutorialSpace.PLACES.get(1);
    private static final Place PROD = TutorialSpace.PLACES.get(2);

    private final TestCluster cluster = TestCluster.join();
    private final MachineLock ports = cluster.alone("tutorial");
    private final RunningServer server = RunningServer.start(FreshHome.named("second-half"));
    private final MailServer mails = new MailServer();
    private final NodePage page = new NodePage(cluster);
    private final Setup setup = new Setup(server.wire());
    private final SecondHalf half = new SecondHalf(setup);
    private final SignOffs signOffs = new SignOffs(setup);
    private final Person stakeholder = Person.made(setup, server, "stakeholder");
    private final Person passerBy = Person.made(setup, server, "passer-by");
    private int mailsBefore;

    @BeforeEach
    void removeWhatAnEarlierRunLeft() {
        cluster.images();
        TutorialSpace.remove(cluster);
    }

    @AfterEach
    void stop() {
        try (ports) {
            server.close();
            mails.close();
            TutorialSpace.remove(cluster);
        }
    }

    @Test
    void a_release_passes_sign_off_on_its_way_to_Prod_and_mails_tell_how_it_went() {
        var project = new TutorialSpace(setup, cluster).make(TutorialSpace.PLACES);
        half.changeLifecycle(project, half.lifecycle());
        half.add(project, half.signOff(Person.team(setup, "Stakeholders", stakeholder)), half.mail(SecondHalf.BODY));
        mails.serve(setup);

        var first = half.release(project, "1.0.1", true);
        devIsOptionalAndProdIsNotReachedBeforeTest(first);
        onlyAStakeholderSignsOffInTest(first);
        anAbortInProdFailsTheDeploymentAndIsMailed(first);
        aSecondTryReachesProd(first);

        var second = half.release(project, "1.1.0", true);
        neitherQuestionNorMailInDev(second);
        aCancelledDeploymentSendsNoMailAndSaysSo(second);
        anOlderReleaseIsDeployedAgain(first);
        aFailedDeploymentIsMailed(project);
        thePrintedBodyFailsItsStepWithTheLanguagesError(project);
    }

    private void devIsOptionalAndProdIsNotReachedBeforeTest(String release) {
        assertThat(next(release)).containsExactly("Dev", "Test");
        assertRefusedBeforeTest(release);
    }

    private void onlyAStakeholderSignsOffInTest(String release) {
        var deployment = deploy(release, TEST);
        var question = signOffs.asked(deployment.task(), ROLLOUT);
        assertThat(page.of(TEST)).contains("Random Quotes 1.0.1", "running in Test");
        assertThat(question.at("/Form/Elements/0/Control/Text").asString())
                .isEqualTo("Open the application and confirm it meets all the requirements.");

        for (Answer refused :
                List.of(signOffs.take(passerBy, question), signOffs.submit(passerBy, question, "Proceed", "Let me"))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(403);
            assertThat(refused.text()).contains("Only members of Stakeholders (stakeholder)");
        }
        assertThat(setup.task(deployment.task()).path("HasPendingInterruptions").asBoolean())
                .isTrue();

        signOffs.answer(stakeholder, question, "Proceed", "Seen on the node");
        assertEnds(deployment, "Success");
        var mail = mails.mail(++mailsBefore);
        assertThat(mail.from()).isEqualTo("tako@example.org");
        assertThat(mail.to()).isEqualTo("stakeholder@example.org");
        assertThat(mail.subject()).isEqualTo(SecondHalf.MAIL);
        assertThat(mail.text()).isEqualTo(body("Test", "Succeeded", "Succeeded"));
    }

    private void anAbortInProdFailsTheDeploymentAndIsMailed(String release) {
        assertThat(next(release)).contains("Prod");
        var deployment = deploy(release, PROD);
        var question = signOffs.asked(deployment.task(), ROLLOUT);
        signOffs.answer(stakeholder, question, "Abort", "Not this week");
        assertEnds(deployment, "Failed");
        assertMailed(body("Prod", "Succeeded", "Failed"));
        assertThat(setup.rawLog(deployment.task())).contains("Not this week");
    }

    private void aSecondTryReachesProd(String release) {
        signedOff(release, PROD);
        assertThat(page.of(PROD)).contains("Random Quotes 1.0.1", "running in Prod");
        assertMailed(body("Prod", "Succeeded", "Succeeded"));
    }

    private void neitherQuestionNorMailInDev(String release) {
        var deployment = deploy(release, TutorialSpace.PLACES.getFirst());
        assertEnds(deployment, "Success");
        assertThat(signOffs.regarding(deployment.task(), false)).isEmpty();
        assertRefusedBeforeTest(release);
    }

    private void aCancelledDeploymentSendsNoMailAndSaysSo(String release) {
        var deployment = deploy(release, TEST);
        signOffs.asked(deployment.task(), ROLLOUT);
        setup.wire()
                .post("/api/tasks/" + deployment.task() + "/cancel", object())
                .succeeded();
        assertEnds(deployment, "Canceled");
        assertThat(signOffs.regarding(deployment.task(), true)).isEmpty();
        setup.waitsForLine(deployment.task(), "No further step runs");
        assertRefusedBeforeTest(release);
    }

    private void anOlderReleaseIsDeployedAgain(String release) {
        assertThat(page.of(TEST)).contains("Random Quotes 1.1.0");
        signedOff(release, TEST);
        assertThat(page.of(TEST)).contains("Random Quotes 1.0.1", "running in Test");
        assertMailed(body("Test", "Succeeded", "Succeeded"));
    }

    private void aFailedDeploymentIsMailed(String project) {
        half.change(
                project,
                process -> ((ObjectNode) process.at("/Steps/0/Actions/0/Properties"))
                        .put("Octopus.Action.Kubernetes.DeploymentTimeout", "8"));
        var deployment = deploy(half.release(project, "9.9.9", true), TEST);
        assertEnds(deployment, "Failed");
        assertMailed(body("Test", "Failed", "Skipped"));
    }

    private void thePrintedBodyFailsItsStepWithTheLanguagesError(String project) {
        half.change(project, process -> process.putArray("Steps").add(half.mail(SecondHalf.PRINTED_BODY)));
        var deployment = deploy(half.release(project, "9.9.10", false), TEST);
        assertEnds(deployment, "Failed");
        assertThat(setup.rawLog(deployment.task())).contains("Parsing failure: unexpected '#'", "#{/each} is missing");
        assertThat(mails.mails()).hasSize(mailsBefore);
    }

    private void signedOff(String release, Place place) {
        var deployment = deploy(release, place);
        signOffs.answer(stakeholder, signOffs.asked(deployment.task(), ROLLOUT), "Proceed", "");
        assertEnds(deployment, "Success");
    }

    /** One more mail than before, and no other. */
    private void assertMailed(String text) {
        assertThat(mails.mail(++mailsBefore).text()).isEqualTo(text);
        assertThat(mails.mails()).hasSize(mailsBefore);
    }

    /** The language keeps the ends of the lines on which its tags stand. */
    private static String body(String environment, String deployed, String signedOff) {
        return """
                Deployment to %s

                StepName: Deploy container to Kubernetes
                Status: %s

                StepName: Deployment Sign Off
                Status: %s

                StepName: Random quotes deployment status
                Status: Running""".formatted(environment, deployed, signedOff);
    }

    private void assertRefusedBeforeTest(String release) {
        var order = object().put("ReleaseId", release).put("EnvironmentId", environment("Prod"));
        var refused = setup.wire().post(setup.path("deployments"), order);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.text())
                .contains("reached when the phase 'Test' is satisfied")
                .contains("Deploy this release to Test first.");
    }

    private void assertEnds(Deployment deployment, String state) {
        var ended = setup.ended(deployment.task(), ROLLOUT);
        assertThat(ended.path("State").asString())
                .as(() -> setup.rawLog(deployment.task()))
                .isEqualTo(state);
    }

    /** The names of the environments that a release may go to next. */
    private List<String> next(String release) {
        JsonNode ids = setup.wire()
                .get(setup.path("releases/" + release + "/progression"))
                .succeeded()
                .json()
                .path("NextDeployments");
        return Stream.of("Dev", "Test", "Prod")
                .filter(name -> ids.valueStream().anyMatch(one -> one.asString().equals(environment(name))))
                .toList();
    }

    private Deployment deploy(String release, Place place) {
        return setup.deploy(release, environment(place.name()));
    }

    private String environment(String name) {
        return id(setup.named("environments", name));
    }
}

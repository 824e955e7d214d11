package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test drive as a person sees it: what it prints, which pages answer, and that everything ends with it. */
@Tag("outside")
@Timeout(240)
class TestDriveTest {
    private static final Duration END = Duration.ofSeconds(30);

    private final Path home = FreshHome.named("testdrive");

    @Test
    void releasesToDevAndTestGoesOnWhereItWasAndLeavesNothing() throws Exception {
        try (var first = TestDriveProcess.start(home, "first").ready()) {
            assertThat(first.page("Dev")).contains("Random Quotes 1.0.1, running in Dev");
            assertThat(first.page("Test")).contains("Random Quotes 1.0.1, running in Test");
            assertThat(first.said())
                    .contains("Prod  not deployed yet", "./tako deploy --home", "/setup?token=", "Deployed to Dev.")
                    .contains("The user stakeholder of the team Stakeholders is made, with the password")
                    .contains(
                            "Waiting for an answer to Deployment Sign Off (Deploy Random Quotes release 1.0.1 to Test)")
                    .contains("It is at " + first.address("Test"), "Members of Stakeholders", "curl -X POST")
                    .contains("(waits for an answer)")
                    .doesNotContain("Deployed to Test.");
            first.type("p");
            first.awaitSaid("Deploy Random Quotes release 1.0.1 to Test: Success");
            first.awaitSaid("  Deployment to Test");
            first.deployToProd(home);
            first.awaitSaid("  Deployment to Prod");
            URI dev = first.address("Dev");
            first.stop();
            assertNothingLeft();
            assertThat(answers(dev)).isFalse();
        }
        assertThat(TestDriveProcess.mails(home))
                .containsSubsequence("To:      stakeholder@example.org", "Deployment to Test", "Deployment to Prod")
                .contains("StepName: Deployment Sign Off", "Status: Succeeded")
                .doesNotContain("Deployment to Dev");
        try (var second = TestDriveProcess.start(home, "second").ready()) {
            assertThat(second.page("Prod")).contains("Random Quotes 1.0.1, running in Prod");
            assertThat(second.said())
                    .doesNotContain("Deploying", "is created", "The user stakeholder", "Waiting for an answer");
        }
        assertNothingLeft();
    }

    /** All that it started has ended, at the latest when the silence of their lifeline is noticed. */
    private void assertNothingLeft() {
        await().atMost(END)
                .untilAsserted(() -> assertThat(new ProcessesOf(home).running()).isEmpty());
    }

    private static boolean answers(URI address) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}

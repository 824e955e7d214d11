package tako.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class SampleImagesTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final TestCluster cluster = TestCluster.join();
    private final SampleImages images = cluster.images();

    @Test
    void theSampleAnswersOnANodePort() {
        try (Namespace namespace = cluster.namespace();
                HttpClient client = HttpClient.newHttpClient()) {
            namespace.kubectl("run", "quotes", "--image", images.randomQuotes("1.0.1"), "--env=ENVIRONMENT_NAME=Dev");
            namespace.kubectl("expose", "pod", "quotes", "--port=8080", "--type=NodePort");
            String port = namespace.kubectl("get", "service", "quotes", "--output=jsonpath={.spec.ports[0].nodePort}");
            URI page = URI.create("http://" + cluster.nodeAddress() + ":" + port);

            await().atMost(BOUND)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(
                                    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                                            .body())
                            .contains("running in Dev", "1.0.1"));
        }
    }

    @Test
    void theCrasherSaysWhyAndFails() {
        try (Namespace namespace = cluster.namespace()) {
            namespace.kubectl("run", "crasher", "--restart=Never", "--image", images.crasher());

            await().atMost(BOUND)
                    .until(() -> namespace
                            .kubectl("get", "pod", "crasher", "--output=jsonpath={.status.phase}")
                            .equals("Failed"));
            assertThat(namespace.kubectl("logs", "crasher")).endsWith("cannot go on: DATABASE_URL is not set\n");
        }
    }

    @Test
    void versionsAreTagsOfOneRepository() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                    URI.create("http://" + cluster.registry() + "/v2/" + SampleImages.RANDOM_QUOTES + "/tags/list"));

            assertThat(client.send(request.build(), BodyHandlers.ofString()).body())
                    .contains(SampleImages.RANDOM_QUOTES_VERSIONS);
        }
    }
}

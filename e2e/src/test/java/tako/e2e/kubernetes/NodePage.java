package tako.e2e.kubernetes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tako.e2e.kubernetes.TutorialSpace.Place;
import tako.testbed.TestCluster;

/** The pages of Random Quotes at the node ports of a cluster. */
final class NodePage {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

    private final TestCluster cluster;

    NodePage(TestCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * The page of a place; a node port may refuse for a moment after the rollout. Each look is a connection of its own: one that was kept may
     * lead to a pod that is gone, and nobody would answer.
     */
    String of(Place place) {
        var address = URI.create("http://" + cluster.nodeAddress() + ":" + place.port() + "/");
        var request = HttpRequest.newBuilder(address).timeout(ONE_ANSWER).build();
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> look(request), answer -> answer.statusCode() == 200)
                .body();
    }

    private static HttpResponse<String> look(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request, BodyHandlers.ofString());
        }
    }
}

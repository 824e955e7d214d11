package tako.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class TestRegistryTest {
    private static final String CREDENTIALS = "Basic "
            + Base64.getEncoder()
                    .encodeToString((TestRegistry.USER + ":" + TestRegistry.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final TestCluster cluster = TestCluster.join();

    @Test
    void aPlainOneTakesWhatIsPushed() throws Exception {
        try (TestRegistry registry = TestRegistry.plain(cluster)) {
            registry.push("hello:1", "team/hello:1.0");

            assertThat(get(registry, "/v2/team/hello/tags/list", "").body()).contains("\"1.0\"");
        }
    }

    @Test
    void oneWithBasicAuthenticationRefusesWhoDoesNotSayWhoTheyAre() throws Exception {
        try (TestRegistry registry = TestRegistry.withBasicAuthentication(cluster)) {
            registry.push("hello:1", "team/hello:1.0");

            HttpResponse<String> refused = get(registry, "/v2/_catalog", "");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(asked -> assertThat(asked).startsWith("Basic"));
            assertThat(get(registry, "/v2/_catalog", CREDENTIALS).body()).contains("team/hello");
        }
    }

    @Test
    void podsPullFromOneWithTheNamespacesSecret() {
        try (TestRegistry registry = TestRegistry.withBasicAuthentication(cluster);
                Namespace namespace = cluster.namespace()) {
            registry.push("hello:1", "hello:private");
            namespace.kubectl(
                    "create",
                    "secret",
                    "docker-registry",
                    "pull",
                    "--docker-server=" + registry.address(),
                    "--docker-username=" + TestRegistry.USER,
                    "--docker-password=" + TestRegistry.PASSWORD);
            namespace.kubectl(
                    "run",
                    "hello",
                    "--image=" + registry.address() + "/hello:private",
                    "--overrides={\"spec\":{\"imagePullSecrets\":[{\"name\":\"pull\"}]}}");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> namespace
                            .kubectl("get", "pod", "hello", "--output=jsonpath={.status.phase}")
                            .equals("Running"));
        }
    }

    @Test
    void oneWithTokensSendsToItsTokenServer() throws Exception {
        try (TestRegistry registry = TestRegistry.withTokens(cluster)) {
            registry.push("hello:1", "team/hello:1.0");
            String tags = "/v2/team/hello/tags/list";
            HttpResponse<String> refused = get(registry, tags, "");
            assertThat(refused.statusCode()).isEqualTo(401);

            assertThat(send(registry, tokenAddress(refused), "").statusCode()).isEqualTo(401);
            String token = token(send(registry, tokenAddress(refused), CREDENTIALS));
            assertThat(get(registry, tags, "Bearer " + token).body()).contains("\"1.0\"");
        }
    }

    @Test
    void oneForEverybodyGivesTokensForPullingOnly() throws Exception {
        try (TestRegistry registry = TestRegistry.withAnonymousTokens(cluster)) {
            registry.push("hello:1", "team/hello:1.0");
            String tags = "/v2/team/hello/tags/list";

            String token = token(send(registry, tokenAddress(get(registry, tags, "")), ""));
            assertThat(get(registry, tags, "Bearer " + token).body()).contains("\"1.0\"");
            assertThat(get(registry, "/v2/_catalog", "Bearer " + token).statusCode())
                    .isEqualTo(401);
        }
    }

    private static URI tokenAddress(HttpResponse<String> refused) {
        String asked = refused.headers().firstValue("WWW-Authenticate").orElseThrow();
        return URI.create(parameter(asked, "realm") + "?service="
                + parameter(asked, "service").replace(" ", "+") + "&scope=" + parameter(asked, "scope"));
    }

    private static String parameter(String challenge, String name) {
        Matcher value = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        assertThat(value.find()).as(challenge).isTrue();
        return value.group(1);
    }

    private static String token(HttpResponse<String> answer) {
        Matcher token = Pattern.compile("\"token\":\"([^\"]*)\"").matcher(answer.body());
        assertThat(token.find()).as(answer.body()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> get(TestRegistry registry, String path, String authorization) throws Exception {
        return send(registry, registry.url().resolve(path), authorization);
    }

    private static HttpResponse<String> send(TestRegistry registry, URI address, String authorization)
            throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(registry.authority()))
                .build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static SSLContext trusting(String authority) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        trusted.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

package tako.e2e.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;
import tako.server.library.feed.registry.Registry;
import tako.server.library.feed.registry.Registry.Login;
import tako.server.library.feed.registry.RegistryClient;
import tako.server.library.feed.registry.RegistryFailure;
import tako.server.library.feed.registry.RegistryLimits;
import tako.server.library.feed.registry.RegistryTime;
import tako.testbed.Fault;
import tako.testbed.FaultyProxy;
import tako.testbed.TestCluster;
import tako.testbed.TestRegistry;

/** The client of registries against real ones, plain and behind TLS, and through a proxy where they do not fail on demand. */
@Tag("cluster")
class RealRegistryTest {
    private static final Optional<Login> PULLER =
            Optional.of(new Login(TestRegistry.USER, Secret.of(TestRegistry.PASSWORD)));
    private static final Optional<Login> STRANGER = Optional.of(new Login(TestRegistry.USER, Secret.of("wrong")));

    private final TestCluster cluster = TestCluster.join();

    @Test
    void aPlainOneIsSearchedInAllItsPages() throws Exception {
        try (TestRegistry registry = TestRegistry.plain(cluster);
                RegistryClient client = client(Optional.empty())) {
            registry.push("hello:1", "team/hello:1.0");
            registry.push("hello:1", "team/hello:latest");
            registry.push("hello:1", "other:1");
            registry.push("hello:1", "hello:1");
            Registry place = Registry.at(registry.url(), Optional.empty());

            client.probe(place);
            assertThat(client.repositories(place, "HELLO")).containsExactlyInAnyOrder("team/hello", "hello");
            assertThat(client.repositories(place, "")).hasSize(3);
            assertThat(client.tags(place, "team/hello")).containsExactlyInAnyOrder("1.0", "latest");
            assertFailure(() -> client.tags(place, "team/bye"), "has no repository of that name");
        }
    }

    @Test
    void oneBehindTlsWantsTrustAndTheRightPassword() throws Exception {
        try (TestRegistry registry = TestRegistry.withBasicAuthentication(cluster);
                RegistryClient client = client(Optional.of(Trust.in(registry.authority())));
                RegistryClient suspicious = client(Optional.empty())) {
            registry.push("hello:1", "team/hello:1.0");
            Registry place = Registry.at(registry.url(), PULLER);

            assertThat(client.repositories(place, "hello")).containsExactly("team/hello");
            assertThat(client.tags(place, "team/hello")).containsExactly("1.0");
            assertFailure(() -> suspicious.probe(place), "is not trusted by this server");
            assertFailure(
                    () -> client.probe(Registry.at(registry.url(), STRANGER)),
                    "does not accept the feed's username and password (401)");
            assertFailure(() -> client.probe(Registry.at(registry.url(), Optional.empty())), "wants credentials (401)");
        }
    }

    @Test
    void oneWithTokensForEverybodyIsReadWithoutCredentials() throws Exception {
        try (TestRegistry registry = TestRegistry.withAnonymousTokens(cluster);
                RegistryClient client = client(Optional.of(Trust.in(registry.authority())))) {
            registry.push("hello:1", "team/hello:1.0");
            Registry place = Registry.at(registry.url(), Optional.empty());

            client.probe(place);
            assertThat(client.tags(place, "team/hello")).containsExactly("1.0");
            assertThat(client.repositories(place, "team/hello"))
                    .as("found by its name: its catalogue is not for everybody")
                    .containsExactly("team/hello");
            assertFailure(() -> client.repositories(place, ""), "Type the whole name of an image");
        }
    }

    @Test
    void aPasswordIsNotShownToATokenServerWithoutEncryptionWhenTheRegistryHasIt() throws Exception {
        try (TestRegistry registry = TestRegistry.withTokens(cluster);
                RegistryClient client = client(Optional.of(Trust.in(registry.authority())))) {
            assertFailure(
                    () -> client.probe(Registry.at(registry.url(), PULLER)),
                    "for signing in. The feed's credentials are not shown there");
            assertFailure(() -> client.probe(Registry.at(registry.url(), Optional.empty())), "wants credentials (401)");
        }
    }

    @Test
    void throttlingAndFaultsThatPassAreNotSeenAndOthersAreTold() throws Exception {
        try (TestRegistry registry = TestRegistry.plain(cluster);
                FaultyProxy proxy = FaultyProxy.listening(cluster.hostAddress(), upstream(registry));
                RegistryClient client = client(Optional.empty())) {
            registry.push("hello:1", "hello:1");
            Registry place = Registry.at(proxy.url("http"), Optional.empty());

            proxy.fault(Fault.Answer.tooManyRequests(2, 1));
            assertThat(client.tags(place, "hello")).containsExactly("1");
            proxy.fault(Fault.Answer.status(1, 503));
            assertThat(client.tags(place, "hello")).containsExactly("1");
            proxy.fault(Fault.Answer.tooManyRequests(1, 600));
            assertFailure(() -> client.tags(place, "hello"), "(429). Try again in 10 minutes.");
            proxy.fault(Fault.Answer.redirect(1, registry.url().resolve("/v2/hello/tags/list")));
            assertThat(client.tags(place, "hello")).containsExactly("1");

            proxy.fault(new Fault.Silence());
            assertFailure(() -> client.tags(place, "hello"), "did not answer within 2 seconds");
            proxy.fault(new Fault.Refuse());
            proxy.cut();
            assertFailure(() -> client.tags(place, "hello"), "the connection was refused");
            proxy.fault(new Fault.None());
            assertThat(client.tags(place, "hello")).containsExactly("1");
        }
    }

    private static InetSocketAddress upstream(TestRegistry registry) {
        return new InetSocketAddress(registry.url().getHost(), registry.url().getPort());
    }

    /** One that asks for so little at once that every list has several pages. */
    private static RegistryClient client(Optional<SSLContext> trust) {
        var limits = new RegistryLimits(
                Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(60), 4, 1 << 20, 1, 1000);
        return new RegistryClient(limits, RegistryTime.system(), trust);
    }

    private static void assertFailure(ThrowingCallable question, String part) {
        assertThatThrownBy(question).isInstanceOf(RegistryFailure.class).hasMessageContaining(part);
    }
}

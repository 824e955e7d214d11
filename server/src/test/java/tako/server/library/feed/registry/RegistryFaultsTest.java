package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.library.feed.registry.Registries.ADA;
import static tako.server.library.feed.registry.Registries.LIMITS;
import static tako.server.library.feed.registry.Registries.address;
import static tako.server.library.feed.registry.Registries.anonymous;
import static tako.server.library.feed.registry.Registries.assertFailure;
import static tako.server.library.feed.registry.Registries.say;
import static tako.server.library.feed.registry.Registries.tags;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.library.feed.registry.ScriptedRegistry.Reply;

/** What registries do on bad days, and what is none. */
class RegistryFaultsTest {
    private final Registries here = new Registries();

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    @Test
    void waitsAsLongAsARegistryThatThrottlesAsksFor() throws Exception {
        var replies = new ArrayDeque<>(List.of(
                Reply.status(429).with("Retry-After", "7"),
                Reply.status(429).with("Retry-After", "Thu, 01 Jan 2026 12:00:10 GMT"),
                Reply.status(429),
                tags("\"1\"")));
        ScriptedRegistry registry = here.registry(request -> replies.remove());

        assertThat(here.client().tags(anonymous(registry), "web")).containsExactly("1");
        assertThat(here.time.pauses())
                .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3), Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        ScriptedRegistry registry = here.registry(request -> Reply.status(429).with("Retry-After", "3600"));

        assertFailure(
                () -> here.client().tags(anonymous(registry), "web"),
                "was asked too often and refuses for now (429). Try again in 60 minutes.");
        assertThat(here.time.pauses()).isEmpty();
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void givesUpAfterSomeAttempts() {
        ScriptedRegistry registry = here.registry(request -> Reply.status(429));

        assertFailure(() -> here.client().tags(anonymous(registry), "web"), "(429). Try again in some minutes.");
        assertThat(registry.requests()).hasSize(LIMITS.attempts());
        assertThat(here.time.pauses())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aFaultThatPassesIsNotSeen(int status) throws Exception {
        var replies = new ArrayDeque<>(List.of(Reply.status(status), tags("\"1\"")));
        ScriptedRegistry registry = here.registry(request -> replies.remove());

        assertThat(here.client().tags(anonymous(registry), "web")).containsExactly("1");
    }

    @Test
    void aFaultThatStaysIsTold() {
        ScriptedRegistry registry = here.registry(request -> Reply.status(502));

        assertFailure(() -> here.client().tags(anonymous(registry), "web"), "has a fault of its own (502)");
        assertThat(registry.requests()).hasSize(LIMITS.attempts());
    }

    @Test
    void anErrorIsNotRemembered() throws Exception {
        var replies = new ArrayDeque<>(List.of(Reply.status(404), tags("\"1\"")));
        ScriptedRegistry registry = here.registry(request -> replies.remove());
        RegistryClient client = here.client();

        assertFailure(() -> client.tags(anonymous(registry), "web"), "has no repository of that name");
        assertThat(client.tags(anonymous(registry), "web")).containsExactly("1");
    }

    @Test
    void aServerThatDoesNotEndItsAnswerIsLeft() {
        ScriptedRegistry registry = here.registry(request -> tags("\"1\"").slowly());

        assertFailure(
                () -> here.impatient().tags(anonymous(registry), "web"),
                "did not answer within 1 second. Try again later");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void aServerThatSaysNothingIsLeft() throws Exception {
        ServerSocket silent = here.keep(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));

        assertFailure(
                () -> here.impatient().probe(Registry.at(address("http", silent.getLocalPort()), Optional.empty())),
                "did not answer within 1 second");
    }

    @Test
    void aQuestionEndsWhenItsTimeIsOverHoweverManyPagesFollow() {
        var page = new int[1];
        ScriptedRegistry registry = here.registry(request -> ++page[0] % 2 == 1
                ? tags("\"" + page[0] + "\"").with("Link", "</v2/web/tags/list?last=" + page[0] + ">; rel=next")
                : Reply.status(503).with("Retry-After", "15"));

        assertFailure(() -> here.client().tags(anonymous(registry), "web"), "has a fault of its own (503)");
        assertThat(here.time.pauses()).hasSize(3);
    }

    @Test
    void anAnswerGreaterThanTheLimitIsNotRead() {
        ScriptedRegistry registry = here.registry(request -> tags("\"" + "x".repeat(2 << 20) + "\""));

        assertFailure(
                () -> here.client().tags(anonymous(registry), "web"), "answers with more than 1 MiB in one answer");
    }

    @Test
    void deepJsonIsNoAnswer() {
        ScriptedRegistry registry = here.registry(request -> Reply.json("[".repeat(100_000)));

        assertFailure(() -> here.client().tags(anonymous(registry), "web"), "its answer is not JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; <html>hello</html>; its answer is not JSON",
                "200; [];                 its answer is no JSON object",
                "200; '';                 its answer is no",
                "204; '';                 it answered with status 204",
                "418; '';                 it answered with status 418"
            })
    void aServerOfAnotherKindIsTold(int status, String body, String why) {
        ScriptedRegistry registry = here.registry(request -> new Reply(status, Map.of(), body, false));

        assertFailure(
                () -> here.client().tags(anonymous(registry), "web"),
                "does not answer as a container registry does: " + why);
    }

    @Test
    void aWebPageIsNoRegistry() {
        ScriptedRegistry registry =
                here.registry(request -> new Reply(200, Map.of("Content-Type", "text/html"), "<html>", false));

        assertFailure(() -> here.client().probe(anonymous(registry)), "its answer to /v2/ is not JSON");
    }

    @Test
    void aRegistryIsFound() throws Exception {
        ScriptedRegistry registry = here.registry(request -> Reply.json("{}"));

        here.client().probe(anonymous(registry));

        assertThat(registry.paths()).containsExactly("/v2/");
    }

    @Test
    void whatSpeaksNoHttpHangsUp() throws Exception {
        ServerSocket odd = here.keep(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> say(odd, ""));

        assertFailure(
                () -> here.client().probe(Registry.at(address("http", odd.getLocalPort()), Optional.empty())),
                "ended the connection without an answer");
    }

    @Test
    void plainHttpIsNoHttps() throws Exception {
        ServerSocket plain = here.keep(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> say(plain, "HTTP/1.1 400 Bad Request\r\n\r\n"));

        assertFailure(
                () -> here.client().probe(Registry.at(address("https", plain.getLocalPort()), ADA)),
                "write http:// in the feed's address");
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertFailure(
                () -> here.client().probe(Registry.at(address("http", port), ADA)),
                "Nothing listens at 127.0.0.1:" + port);
    }

    @Test
    void anUnknownHostIsTold() {
        assertFailure(
                () -> here.client().probe(Registry.at(URI.create("http://nobody.invalid"), ADA)),
                "The host of nobody.invalid is not known here");
    }

    @Test
    void anInterruptedQuestionEnds() {
        ScriptedRegistry registry = here.registry(request -> tags("\"1\"").slowly());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> here.client().tags(anonymous(registry), "web"))
                .isInstanceOf(InterruptedException.class);
    }
}

package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tako.platform.secret.Secret;
import tako.server.library.feed.registry.Registry.Login;
import tako.server.library.feed.registry.ScriptedRegistry.Reply;
import tako.server.library.feed.registry.ScriptedRegistry.Request;

/** Servers that do what real registries do only now and then, and clients for them. */
final class Registries {
    static final Optional<Login> ADA = Optional.of(new Login("ada", Secret.of("hunter2")));
    static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("ada:hunter2".getBytes(StandardCharsets.UTF_8));
    static final RegistryLimits LIMITS = new RegistryLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), 4, 1 << 20, 2, 1000);

    private final Queue<AutoCloseable> open = new ArrayDeque<>();
    final ManualTime time = new ManualTime();

    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    ScriptedRegistry registry(Function<Request, Reply> script) {
        return keep(new ScriptedRegistry(script));
    }

    RegistryClient client() {
        return keep(new RegistryClient(LIMITS, time.time(), Optional.empty()));
    }

    RegistryClient impatient() {
        var limits = new RegistryLimits(
                Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(60), 4, 1 << 20, 2, 1000);
        return keep(new RegistryClient(limits, time.time(), Optional.empty()));
    }

    <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    static Registry anonymous(ScriptedRegistry registry) {
        return Registry.at(registry.uri(), Optional.empty());
    }

    static Registry ada(ScriptedRegistry registry) {
        return Registry.at(registry.uri(), ADA);
    }

    static URI address(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    static Reply tags(String names) {
        return Reply.json("{\"name\": \"web\", \"tags\": [" + names + "]}");
    }

    static Reply repositories(String names) {
        return Reply.json("{\"repositories\": [" + names + "]}");
    }

    static Reply bearer(ScriptedRegistry tokens) {
        return Reply.status(401).with("WWW-Authenticate", "Bearer realm=\"" + tokens.uri() + "/token\"");
    }

    static String numbers(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> "\"" + number + "\"")
                .collect(Collectors.joining(","));
    }

    /** Answers each connection with a text as soon as it says something, and hangs up. */
    static void say(ServerSocket server, String text) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    static void assertFailure(ThrowingCallable question, String part) {
        assertThatThrownBy(question).isInstanceOf(RegistryFailure.class).hasMessageContaining(part);
    }
}

package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that nobody sends in good faith, written to the socket as they are. */
class HostilePathsTest {
    private static TestHttpServer server;

    @BeforeAll
    static void start() {
        server = TestHttpServer.start(EchoRoutes.table());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects/../users/me",
                "/api/projects/.",
                "/api/projects/%2e%2e/users",
                "/api/projects/%2E",
                "/api/projects/.%2e",
                "/api/projects/%252e%252e",
                "/api/projects/%25252e%25252e",
                "/api/projects/..%2fusers",
                "/api/projects/a%2f..%2fb",
                "/api/projects/a%5c..%5cb",
                "/api/projects/a;b",
                "/api/projects;jsessionid=1/x",
                "/api;/projects",
                "/api/projects/%00",
                "/api/projects/a%0d%0aSet-Cookie:x",
                "/api/projects/%2500",
                "/api/projects/%7f",
                "/api/projects/%c2%85",
                "/api/projects/%zz",
                "/api/projects/%",
                "/api/projects/%4",
                "/api/projects/%c3",
                "/api/projects/%c0%ae",
                "/api/projects/%ff%fe",
                "/app/..%2f..%2fetc/passwd",
                "/app/%2e%2e/secret",
                "/%2e%2e/api/projects",
                "/api/projects?ids=%zz",
                "/api/projects?%=1"
            })
    void a_hostile_address_is_refused(String target) throws IOException {
        RawAnswer answer = RawAnswer.of(server, "GET " + target + " HTTP/1.1");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorMessage()).isNotBlank();
    }

    @Test
    void a_very_long_address_is_refused() throws IOException {
        RawAnswer answer = RawAnswer.of(server, "GET /api/projects/" + "x".repeat(9000) + " HTTP/1.1");

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.errorMessage()).contains("Shorten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE",
                "GET /api HTTP/9.9",
                "GET",
                "\u0001\u0002 /api HTTP/1.1",
                "GET /api HTTP/1.1\r\nBroken Header",
                "GET /api HTTP/1.1\r\nContent-Length: x",
                "GET http://[bad/api HTTP/1.1"
            })
    void what_is_no_http_is_answered_in_json(String head) throws IOException {
        RawAnswer answer = RawAnswer.of(server, head);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 505);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.errorMessage()).isNotBlank();
    }

    @Test
    void headers_that_are_too_large_are_refused_in_json() throws IOException {
        RawAnswer answer = RawAnswer.of(server, "GET /api HTTP/1.1\r\nX-Big: " + "x".repeat(40_000));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.errorMessage()).isNotBlank();
    }

    @RepeatedTest(300)
    void no_address_makes_the_server_fail(RepetitionInfo repetition) throws IOException {
        String target = randomTarget(new SplittableRandom(repetition.getCurrentRepetition()));

        RawAnswer answer = RawAnswer.of(server, "GET " + target + " HTTP/1.1");

        assertThat(answer.status()).as(target).isIn(200, 400, 404, 405);
        assertThat(answer.header("Content-Type")).as(target).startsWith("application/json");
    }

    private static String randomTarget(SplittableRandom random) {
        String[] pieces = {
            "/",
            "/",
            "/api",
            "/Spaces-1",
            "/spaces",
            "/projects",
            "/app",
            "..",
            ".",
            "%",
            "%2",
            "%2e",
            "%2f",
            "%25",
            "%00",
            "%c3%a4",
            "%ff",
            ";",
            "?",
            "&",
            "=",
            "ids",
            "+",
            "x",
            "~",
            "\\",
            "\"",
            "|",
            "{",
            "ä",
            "#",
            ":",
            "@",
            "//"
        };
        return "/"
                + random.ints(random.nextInt(1, 14), 0, pieces.length)
                        .mapToObj(index -> pieces[index])
                        .collect(Collectors.joining());
    }
}

package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.platform.database.DatabaseUnavailable;
import tools.jackson.databind.JsonNode;

/** What a client is told when something is refused or fails. */
class FailuresTest {
    private static TestHttpServer server;

    @BeforeAll
    static void start() {
        server = TestHttpServer.start(new RouteTable(List.of(
                Endpoint.get("/invalid").does(call -> {
                    throw Problem.invalid(List.of("One.", "Two."))
                            .withHelp("Do three.")
                            .withDetail("Fact", 7);
                }),
                Endpoint.get("/conflict").does(call -> {
                    throw Problem.conflict("It changed. Read it again.");
                }),
                Endpoint.get("/gone").does(call -> {
                    throw Problem.notFound("Plants-1");
                }),
                Endpoint.get("/database").does(call -> {
                    throw new DatabaseUnavailable(
                            "The disk is full. Make room.", new IllegalStateException("/dev/sda1"));
                }),
                Endpoint.get("/broken").does(call -> {
                    throw new IllegalStateException("password=hunter2");
                }),
                Endpoint.get("/number").does(call -> Response.ok(call.queryInt("n", 30))))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void broken_rules_are_listed() {
        HttpResponse<String> answer = server.get("/api/invalid");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"ErrorMessage\":\"There was a problem with your request.\",\"Errors\":[\"One.\",\"Two.\"],"
                                + "\"HelpText\":\"Do three.\",\"Details\":{\"Fact\":7}}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/invalid, 400, true",
        "/api/conflict, 409, true",
        "/api/gone, 404, false",
        "/api/database, 503, false"
    })
    void only_broken_rules_are_errors_and_never_of_what_is_not_found(String path, int status, boolean errors) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestHttpServer.json(answer).has("Errors")).isEqualTo(errors);
    }

    @Test
    void a_database_that_is_gone_is_said_with_its_reason() {
        HttpResponse<String> answer = server.get("/api/database");

        assertThat(TestHttpServer.json(answer).get("ErrorMessage").asString())
                .isEqualTo("The disk is full. Make room.");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("/dev/sda1");
    }

    @Test
    void what_breaks_inside_is_told_by_an_id_only() {
        HttpResponse<String> answer = server.get("/api/broken");
        JsonNode body = TestHttpServer.json(answer);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("Exception");
        assertThat(body.get("ErrorMessage").asString())
                .contains(body.get("Details").get("ErrorId").asString());
        assertThat(answer.headers().firstValue("X-Tako-Error-Id"))
                .hasValue(body.get("Details").get("ErrorId").asString());
    }

    @ParameterizedTest
    @CsvSource({"?n=7, 7", "'', 30", "?n=, 30", "?N=2147483647, 2147483647", "?n=99999999999, 2147483647"})
    void a_number_in_the_query_is_read(String query, String read) {
        assertThat(server.get("/api/number" + query).body()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"?n=-1", "?n=x", "?n=1.5"})
    void what_is_no_number_is_refused(String query) {
        assertThat(server.get("/api/number" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void every_answer_has_the_standard_headers() {
        for (String path : List.of("/api/number", "/api/broken", "/nothing")) {
            HttpResponse<String> answer = server.get(path);

            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("X-Tako-Version")).hasValue("0.1.0-test");
        }
    }
}

package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {
    private static final RequestObserverList OBSERVER = new RequestObserverList();
    private static TestHttpServer server;

    @BeforeAll
    static void start() {
        server = TestHttpServer.start(EchoRoutes.table(), TestHttpServer.settings(), OBSERVER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> method(String method, String path) {
        return server.send(
                server.asAdmin(path).method(method, BodyPublishers.noBody()).build());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, 'GET, PUT, DELETE'",
        "PATCH, 'GET, PUT, DELETE'",
        "OPTIONS, 'GET, PUT, DELETE'",
        "BREW, 'GET, PUT, DELETE'"
    })
    void a_method_that_an_address_does_not_take_is_refused_with_those_it_takes(String method, String allowed) {
        HttpResponse<String> answer = method(method, "/api/Spaces-1/projects/Projects-1");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @CsvSource({"PUT, put project", "put, put project", "DELETE, delete project"})
    void a_post_may_carry_another_method(String override, String route) {
        HttpResponse<String> answer = overridden(override, "/api/Spaces-1/projects/Projects-1");

        assertThat(TestHttpServer.json(answer).get("Route").asString()).isEqualTo(route);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "TRACE", "anything"})
    void other_overrides_are_refused(String override) {
        assertThat(overridden(override, "/api/Spaces-1/projects/Projects-1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void only_a_post_is_overridden() {
        HttpResponse<String> answer = server.send(server.asAdmin("/api/projects/Projects-1")
                .header("X-HTTP-Method-Override", "DELETE")
                .GET()
                .build());

        assertThat(TestHttpServer.json(answer).get("Route").asString()).isEqualTo("project");
    }

    @Test
    void head_is_get_without_the_body() {
        HttpResponse<String> answer = method("HEAD", "/api/projects/Projects-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
    }

    @Test
    void each_request_is_told_to_the_observer_by_its_template() {
        OBSERVER.seen().clear();

        method("DELETE", "/api/Spaces-1/projects/Projects-77");
        method("GET", "/api/Spaces-9/projects/Projects-77");

        assertThat(OBSERVER.seen())
                .containsExactly(
                        new RequestObserverList.Observed(HttpMethod.DELETE, "/projects/{id}", 200),
                        new RequestObserverList.Observed(HttpMethod.GET, "/projects/{id}", 404));
    }

    private static HttpResponse<String> overridden(String override, String path) {
        return server.send(server.asAdmin(path)
                .header("X-HTTP-Method-Override", override)
                .POST(BodyPublishers.noBody())
                .build());
    }
}

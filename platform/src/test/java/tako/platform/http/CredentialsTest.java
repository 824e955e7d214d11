package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request comes from, and what that opens. */
class CredentialsTest {
    private static final String COOKIE = TestHttpServer.COOKIES.sessionName() + "=" + TestHttpServer.ADMIN_SESSION;
    private static final String PROOF = TestHttpServer.COOKIES.csrfToken(TestHttpServer.ADMIN_SESSION);

    private static TestHttpServer server;

    @BeforeAll
    static void start() {
        server = TestHttpServer.start(EchoRoutes.table());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> with(String path, String... headers) {
        HttpRequest.Builder request = server.request(path);
        return server.send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private static String principal(HttpResponse<String> answer) {
        return TestHttpServer.json(answer).get("Principal").asString();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Octopus-ApiKey, API-ADMIN",
        "x-nuget-apikey, API-ADMIN",
        "Authorization, Bearer API-ADMIN",
        "Authorization, bearer  API-ADMIN"
    })
    void a_header_shows_who_sends_it(String header, String value) {
        assertThat(principal(with("/api/users/me", header, value))).isEqualTo("ada");
    }

    @Test
    void a_key_may_stand_in_the_query() {
        assertThat(principal(with("/api/users/me?ApiKey=API-ADMIN"))).isEqualTo("ada");
    }

    @Test
    void a_session_cookie_shows_who_sends_it() {
        assertThat(principal(with("/api/users/me", "Cookie", "a=b; " + COOKIE))).isEqualTo("ada");
    }

    @Test
    void an_empty_key_is_none() {
        assertThat(principal(with("/api", "X-Octopus-ApiKey", ""))).isEmpty();
        assertThat(principal(with("/api/users/me", "X-Octopus-ApiKey", "", "Cookie", COOKIE)))
                .isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/users/me", "/api/projects"})
    void a_wrong_key_is_refused_everywhere(String path) {
        assertThat(with(path, "X-Octopus-ApiKey", "API-WRONG").statusCode()).isEqualTo(401);
        assertThat(with(path, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void a_cookie_that_expired_is_none() {
        String expired = TestHttpServer.COOKIES.sessionName() + "=expired";

        assertThat(with("/api", "Cookie", expired).statusCode()).isEqualTo(200);
        assertThat(with("/api/users/me", "Cookie", expired).statusCode()).isEqualTo(401);
    }

    @Test
    void without_credentials_only_anonymous_routes_answer() {
        assertThat(with("/api").statusCode()).isEqualTo(200);
        assertThat(with("/api/users/me").statusCode()).isEqualTo(401);
        assertThat(with("/api/projects").statusCode()).isEqualTo(401);
    }

    @Test
    void a_permission_that_is_missing_is_named() {
        HttpResponse<String> answer = with("/api/projects", "X-Octopus-ApiKey", TestHttpServer.GUEST_KEY);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestHttpServer.json(answer).get("ErrorMessage").asString()).contains("ProjectView");
    }

    @Test
    void a_browser_that_changes_something_must_prove_that_its_own_page_asked() {
        assertThat(put("Cookie", COOKIE).statusCode()).isEqualTo(403);
        assertThat(put("Cookie", COOKIE, SessionCookies.CSRF_HEADER, "wrong").statusCode())
                .isEqualTo(403);
        assertThat(put("Cookie", COOKIE, SessionCookies.CSRF_HEADER, PROOF).statusCode())
                .isEqualTo(200);
        assertThat(put("X-Octopus-ApiKey", TestHttpServer.ADMIN_KEY).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_override_cannot_get_around_the_proof() {
        HttpRequest request = server.request("/api/projects/Projects-1")
                .headers("Cookie", COOKIE, "X-HTTP-Method-Override", "DELETE")
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(server.send(request).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> put(String... headers) {
        return server.send(server.request("/api/projects/Projects-1")
                .headers(headers)
                .PUT(BodyPublishers.noBody())
                .build());
    }

    @Test
    void credentials_are_not_told_to_logs() {
        var client = new Credentials.Client("127.0.0.1", "test");

        assertThat(new Credentials.ApiKey("API-SECRET", client).toString()).doesNotContain("SECRET");
        assertThat(new Credentials.Bearer("SECRET", client).toString()).doesNotContain("SECRET");
        assertThat(new Credentials.SessionCookie("SECRET", client).toString()).doesNotContain("SECRET");
    }
}

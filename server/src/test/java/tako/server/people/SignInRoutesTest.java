package tako.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.people.PeopleServer.cookie;
import static tako.server.people.PeopleServer.cookies;
import static tako.server.people.PeopleServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;

/** Who passes the gate, and how a browser signs in and out. */
class SignInRoutesTest {
    private static final String RIGHT = "{\"username\": \"ADMIN\", \"Password\": \"" + People.PASSWORD
            + "\", \"RememberMe\": \"true\", \"State\": {\"UsingSecureConnection\": false}}";

    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private PeopleServer server;

    @BeforeEach
    void start() {
        server = new PeopleServer(new People(fresh.database()).started());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutCredentialsNobodyPassesAndWithAWrongKeyNeither() {
        assertThat(server.anonymous("GET", "/api/users/me", "").statusCode()).isEqualTo(401);
        assertThat(server.as("API-WRONG", "GET", "/api/users/me", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoHoldsNoPermissionIsToldWhichOneIsMissing() {
        HttpResponse<String> answer = server.as(People.GUEST_KEY, "POST", "/api/teams", "{\"Name\": \"Mine\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("ErrorMessage").asString()).contains("TeamCreate");
        assertThat(server.as(People.GUEST_KEY, "PUT", "/api/users/Users-1", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everybodyMayAskInWhichWaysTheySignIn() {
        HttpResponse<String> mine = server.as(People.GUEST_KEY, "GET", "/api/users/authentication/Users-2", "");

        assertThat(json(mine).at("/AuthenticationProviders/0/IdentityType").asString())
                .isEqualTo("UsernamePassword");
        assertThat(json(mine)).isEqualTo(server.read("/api/users/authentication"));
        assertThat(server.as(People.GUEST_KEY, "GET", "/api/users/authentication/Users-99", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSignInAnswersTheUserAndTheTwoCookiesThatClientsLookFor() {
        HttpResponse<String> answer = server.anonymous("POST", "/api/users/login", RIGHT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("Username").asString()).isEqualTo("admin");
        assertThat(json(answer).path("IsRequestor").asBoolean()).isTrue();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("OctopusIdentificationToken_")
                        .contains("HttpOnly")
                        .contains("Max-Age=1728000"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("Octopus-Csrf-Token_").doesNotContain("HttpOnly"));
    }

    @Test
    void aSignedInBrowserReadsFreelyAndChangesOnlyWithItsCsrfToken() {
        HttpResponse<String> signedIn = server.anonymous("POST", "/api/users/login", RIGHT);
        String body = "{\"Purpose\": \"browser\"}";

        assertThat(server.send(server.request("/api/users/me").header("Cookie", cookies(signedIn)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(signedIn, "/api/users/me/apikeys", body, "guessed").statusCode())
                .isEqualTo(403);
        assertThat(post(signedIn, "/api/users/me/apikeys", body, cookie(signedIn, "Octopus-Csrf-Token"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aSignOutEndsTheSession() {
        HttpResponse<String> signedIn = server.anonymous("POST", "/api/users/login", RIGHT);
        HttpResponse<String> signedOut =
                post(signedIn, "/api/users/logout", "", cookie(signedIn, "Octopus-Csrf-Token"));

        assertThat(signedOut.statusCode()).isEqualTo(200);
        assertThat(signedOut.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Max-Age=0"));
        assertThat(server.send(server.request("/api/users/me").header("Cookie", cookies(signedIn)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWrongNameAndAWrongPasswordAreRefusedInTheSameWords() {
        HttpResponse<String> password = server.anonymous(
                "POST", "/api/users/login", "{\"Username\": \"admin\", \"Password\": \"Not the right one\"}");
        HttpResponse<String> name = server.anonymous(
                "POST", "/api/users/login", "{\"Username\": \"nobody\", \"Password\": \"Not the right one\"}");

        assertThat(password.statusCode()).isEqualTo(400);
        assertThat(name.body()).isEqualTo(password.body());
        assertThat(name.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void guessesAreSlowedDown() {
        String wrong = "{\"Username\": \"admin\", \"Password\": \"Not the right one\"}";
        for (int guess = 0; guess < 5; guess++) {
            assertThat(server.anonymous("POST", "/api/users/login", wrong).statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> slowed = server.anonymous("POST", "/api/users/login", RIGHT);

        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void anotherSiteCannotSignABrowserIn() {
        assertThat(server.send(server.request("/api/users/login")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(BodyPublishers.ofString(RIGHT)))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> post(HttpResponse<String> signedIn, String path, String body, String csrf) {
        return server.send(server.request(path)
                .header("Cookie", cookies(signedIn))
                .header("X-Octopus-Csrf-Token", csrf)
                .POST(BodyPublishers.ofString(body)));
    }
}

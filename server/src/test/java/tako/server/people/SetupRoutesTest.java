package tako.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.people.PeopleServer.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tako.platform.settings.PlatformSettings.Administrator;

/** The page on which the first administrator's password is set. */
class SetupRoutesTest {
    private static final Pattern KEY = Pattern.compile("API-[A-Z0-9]{52}");

    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private PeopleServer server;
    private String token;

    @BeforeEach
    void start() {
        var people = new People(fresh.database());
        token = people.firstStart
                .prepare(new Administrator("admin", Optional.empty(), Optional.empty(), Optional.empty()))
                .orElseThrow()
                .reveal();
        server = new PeopleServer(people);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theLinkShowsAFormThatLoadsNothingFromElsewhere() {
        HttpResponse<String> page = server.anonymous("GET", "/setup?token=" + token, "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("form-action 'self'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body())
                .contains("<html lang=\"en\">", "<label for=\"password\">", "value=\"admin\"", token)
                .doesNotContain("<script", "http://", "https://", "src=");
    }

    @Test
    void theFormSetsThePasswordAndShowsAKeyThatWorks() {
        HttpResponse<String> done = submit(token, People.PASSWORD);

        assertThat(done.statusCode()).isEqualTo(200);
        var shown = KEY.matcher(done.body());
        assertThat(shown.find()).isTrue();
        assertThat(json(server.as(shown.group(), "GET", "/api/users/me", ""))
                        .path("Username")
                        .asString())
                .isEqualTo("ada");
        assertThat(done.headers().allValues("Set-Cookie")).hasSize(2);
        assertThat(server.anonymous(
                                "POST",
                                "/api/users/login",
                                "{\"Username\": \"ada\", \"Password\": \"" + People.PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aUsedLinkSaysSoAndShowsNoKeyAgain() {
        submit(token, People.PASSWORD);
        HttpResponse<String> page = server.anonymous("GET", "/setup?token=" + token, "");

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("was used").doesNotContain("<form");
        assertThat(submit(token, "Another good password").statusCode()).isEqualTo(410);
        assertThat(KEY.matcher(page.body()).find()).isFalse();
    }

    @Test
    void aWeakPasswordShowsTheFormAgainWithTheRule() {
        HttpResponse<String> again = submit(token, "secret");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains("role=\"alert\"", "too easy to guess", "value=\"ada\"")
                .doesNotContain("secret\"");
        assertThat(submit(token, People.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTypedNeverBecomesMarkup() {
        HttpResponse<String> again = server.anonymous(
                "POST",
                "/setup",
                "token=" + token + "&username=" + encoded("\"><script>alert(1)</script>") + "&password=x");

        assertThat(again.body()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void withoutATokenThePageSaysWhereToFindTheLinkOrThatAllIsDone() {
        assertThat(server.anonymous("GET", "/setup", "").body()).contains("Open that link");
        submit(token, People.PASSWORD);

        assertThat(server.anonymous("GET", "/setup", "").body()).contains("is set up");
    }

    @Test
    void aGuessedTokenIsRefused() {
        assertThat(server.anonymous("GET", "/setup?token=guess", "").statusCode())
                .isEqualTo(410);
        assertThat(submit("guess", People.PASSWORD).statusCode()).isEqualTo(410);
        assertThat(submit(token, People.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void programsDoTheSameWithJson() {
        assertThat(json(server.anonymous("GET", "/api/portal/setup", ""))
                        .path("IsSetupNeeded")
                        .asBoolean())
                .isTrue();
        HttpResponse<String> done =
                server.anonymous("POST", "/api/portal/setup", """
                {"Token": "%s", "Username": "ada", "DisplayName": "Ada", "Password": "%s"}""".formatted(token, People.PASSWORD));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(json(done).path("User").path("DisplayName").asString()).isEqualTo("Ada");
        assertThat(server.as(json(done).path("ApiKey").asString(), "GET", "/api/users/me", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(server.anonymous("GET", "/api/portal/setup", ""))
                        .path("IsSetupNeeded")
                        .asBoolean())
                .isFalse();
    }

    private HttpResponse<String> submit(String withToken, String password) {
        return server.anonymous(
                "POST", "/setup", "token=" + encoded(withToken) + "&username=ada&password=" + encoded(password));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

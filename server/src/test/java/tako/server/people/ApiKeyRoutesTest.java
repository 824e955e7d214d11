package tako.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.people.PeopleServer.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tools.jackson.databind.JsonNode;

/** A key's life on the wire. */
class ApiKeyRoutesTest {
    private static final String KEYS = "/api/users/Users-1/apikeys";

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
    void aKeyIsShownAsTextWhenItIsMadeAndAsAHintEverAfter() {
        JsonNode made = json(make("Purpose", "ci"));
        JsonNode read = server.read(KEYS + "/" + made.path("Id").asString());
        JsonNode listed = server.read(KEYS).path("Items").get(0);

        assertThat(made.path("ApiKey").asString()).matches("API-[A-Z0-9]{52}");
        assertThat(read.path("ApiKey").path("HasValue").asBoolean()).isTrue();
        assertThat(read.path("ApiKey").has("NewValue")).isTrue();
        assertThat(read.path("ApiKey").path("NewValue").isNull()).isTrue();
        assertThat(made.path("ApiKey").asString())
                .startsWith(read.path("ApiKey").path("Hint").asString());
        assertThat(listed).isEqualTo(read);
        assertThat(server.get(read.path("Links").path("Self").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyOpensUntilItIsRevoked() {
        JsonNode made = json(make("Purpose", "ci"));
        String key = made.path("ApiKey").asString();

        assertThat(server.as(key, "GET", "/api/users/me", "").statusCode()).isEqualTo(200);
        assertThat(server.as(
                                People.ADMIN_KEY,
                                "DELETE",
                                KEYS + "/" + made.path("Id").asString(),
                                "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.as(key, "GET", "/api/users/me", "").statusCode()).isEqualTo(401);
        assertThat(server.get(KEYS + "/" + made.path("Id").asString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void everybodyMakesKeysOfTheirOwnAndOnlyAdministratorsThoseOfOthers() {
        String body = "{\"Purpose\": \"mine\"}";

        assertThat(server.as(People.GUEST_KEY, "POST", "/api/users/Users-2/apikeys", body)
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.as(People.GUEST_KEY, "POST", KEYS, body).statusCode()).isEqualTo(403);
        assertThat(server.as(People.GUEST_KEY, "GET", KEYS, "").statusCode()).isEqualTo(403);
        assertThat(server.as(People.ADMIN_KEY, "POST", "/api/users/users-2/apikeys", body)
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.as(People.ADMIN_KEY, "POST", "/api/users/Users-9/apikeys", body)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aKeyOfSomebodyElseIsNotFoundUnderMyName() {
        JsonNode made = json(make("Purpose", "ci"));

        assertThat(server.as(
                                People.GUEST_KEY,
                                "DELETE",
                                "/api/users/Users-2/apikeys/" + made.path("Id").asString(),
                                "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aKeyWithoutPurposeOrWithAPastEndIsRefusedWithAllReasons() {
        HttpResponse<String> refused =
                server.as(People.ADMIN_KEY, "POST", KEYS, "{\"Expires\": \"2020-01-01T00:00:00Z\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("Errors").size()).isEqualTo(2);
    }

    private HttpResponse<String> make(String member, String value) {
        return server.as(
                People.ADMIN_KEY,
                "POST",
                KEYS,
                "{\"" + member + "\": \"" + value
                        + "\", \"UserId\": \"Users-1\", \"Expires\": \"2031-01-01T00:00:00Z\"}");
    }
}

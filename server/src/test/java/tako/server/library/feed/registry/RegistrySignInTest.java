package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.library.feed.registry.Registries.BASIC;
import static tako.server.library.feed.registry.Registries.ada;
import static tako.server.library.feed.registry.Registries.anonymous;
import static tako.server.library.feed.registry.Registries.assertFailure;
import static tako.server.library.feed.registry.Registries.bearer;
import static tako.server.library.feed.registry.Registries.tags;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.library.feed.registry.ScriptedRegistry.Reply;
import tako.server.library.feed.registry.ScriptedRegistry.Request;

/** Who is shown credentials, and who is not. */
class RegistrySignInTest {
    private final Registries here = new Registries();

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    @Test
    void showsAPasswordOnlyWhenAsked() throws Exception {
        ScriptedRegistry registry =
                here.registry(request -> request.authorization().equals(BASIC)
                        ? tags("\"1\"")
                        : Reply.status(401).with("WWW-Authenticate", "Basic realm=\"registry\""));

        assertThat(here.client().tags(ada(registry), "web")).containsExactly("1");
        assertThat(registry.requests()).extracting(Request::authorization).containsExactly("", BASIC);
    }

    @Test
    void fetchesATokenForTheScopeThatTheRegistryNamesAndUsesItForAllPages() throws Exception {
        ScriptedRegistry tokens = here.registry(request -> Reply.json("{\"token\": \"t0k3n\"}"));
        ScriptedRegistry registry = here.registry(request -> switch (request.authorization()) {
            case "Bearer t0k3n" ->
                request.path().contains("last") ? tags("\"2\"") : tags("\"1\"").with("Link", "<?last=1>; rel=\"next\"");
            default ->
                Reply.status(401)
                        .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"" + tokens.at("localhost") + "/token?a=b\",service=\"our registry\","
                                        + "scope=\"repository:web:pull\", Basic realm=\"x\"");
        });

        assertThat(here.client().tags(ada(registry), "web")).containsExactly("1", "2");
        assertThat(tokens.requests())
                .containsExactly(new Request("/token?a=b&service=our+registry&scope=repository%3Aweb%3Apull", BASIC));
        assertThat(registry.requests())
                .extracting(Request::authorization)
                .containsExactly("", "Bearer t0k3n", "Bearer t0k3n");
    }

    @Test
    void aTokenMayAlsoBeCalledAccessTokenAndNeedNoPassword() throws Exception {
        ScriptedRegistry tokens = here.registry(request -> Reply.json("{\"access_token\": \"t0k3n\"}"));
        ScriptedRegistry registry = here.registry(
                request -> request.authorization().equals("Bearer t0k3n") ? tags("\"1\"") : bearer(tokens));

        assertThat(here.client().tags(anonymous(registry), "web")).containsExactly("1");
        assertThat(tokens.requests()).extracting(Request::authorization).containsExactly("");
    }

    @Test
    void noTokenIsRememberedForTheNextQuestion() throws Exception {
        ScriptedRegistry tokens = here.registry(request -> Reply.json("{\"token\": \"t0k3n\"}"));
        ScriptedRegistry registry =
                here.registry(request -> request.authorization().isEmpty() ? bearer(tokens) : tags("\"1\""));
        RegistryClient client = here.client();

        client.tags(ada(registry), "web");
        client.tags(ada(registry), "web");

        assertThat(tokens.requests()).hasSize(2);
    }

    @Test
    void aRefusedPasswordAndARefusedTokenAreWrongCredentials() {
        ScriptedRegistry strict = here.registry(request -> Reply.status(401));
        ScriptedRegistry generous = here.registry(request -> Reply.json("{\"token\": \"t0k3n\"}"));
        ScriptedRegistry first = here.registry(request -> bearer(strict));
        ScriptedRegistry second = here.registry(request -> bearer(generous));

        for (ScriptedRegistry registry : List.of(first, second)) {
            assertFailure(
                    () -> here.client().tags(ada(registry), "web"),
                    "does not accept the feed's username and password (401)");
            assertFailure(() -> here.client().tags(anonymous(registry), "web"), "wants credentials (401)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{},                       gave no token",
        "{\"token\": \"a\\nb\"},    gave no token",
        "[],                       no JSON object",
        "<html>,                   is not JSON"
    })
    void aTokenServerThatGivesNoneIsNone(String answer, String why) {
        ScriptedRegistry tokens = here.registry(request -> Reply.json(answer));
        ScriptedRegistry registry = here.registry(request -> bearer(tokens));

        assertFailure(() -> here.client().tags(ada(registry), "web"), why);
    }

    @Test
    void aRedirectOnTheSameHostKeepsTheCredentials() throws Exception {
        ScriptedRegistry registry = here.registry(request -> {
            if (request.authorization().isEmpty()) {
                return Reply.status(401).with("WWW-Authenticate", "Basic realm=\"x\"");
            }
            return request.path().startsWith("/v2") ? Reply.redirect(307, "/moved") : tags("\"1\"");
        });

        assertThat(here.client().tags(ada(registry), "web")).containsExactly("1");
        assertThat(registry.requests()).last().isEqualTo(new Request("/moved", BASIC));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectToAnotherHostIsFollowedWithoutCredentials(int status) throws Exception {
        ScriptedRegistry other = here.registry(request -> tags("\"1\""));
        ScriptedRegistry registry =
                here.registry(request -> request.authorization().isEmpty()
                        ? Reply.status(401).with("WWW-Authenticate", "Basic realm=\"x\"")
                        : Reply.redirect(status, other.uri() + "/elsewhere"));

        assertThat(here.client().tags(ada(registry), "web")).containsExactly("1");
        assertThat(other.requests()).containsExactly(new Request("/elsewhere", ""));
    }

    @Test
    void aHostThatOneWasSentToIsNotSignedInTo() {
        ScriptedRegistry thief =
                here.registry(request -> Reply.status(401).with("WWW-Authenticate", "Basic realm=\"x\""));
        ScriptedRegistry registry = here.registry(request -> Reply.redirect(302, thief.uri() + "/v2/"));

        assertFailure(() -> here.client().tags(ada(registry), "web"), "make it the feed's address");
        assertThat(thief.requests()).extracting(Request::authorization).containsOnly("");
    }

    @Test
    void redirectsThatLeadRoundEnd() {
        ScriptedRegistry registry =
                here.registry(request -> Reply.redirect(302, request.path().equals("/a") ? "/b" : "/a"));

        assertFailure(() -> here.client().probe(anonymous(registry)), "from one address to the next and back again");
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void redirectsWithoutEndEnd() {
        var count = new int[1];
        ScriptedRegistry registry = here.registry(request -> Reply.redirect(302, "/" + ++count[0]));

        assertFailure(() -> here.client().probe(anonymous(registry)), "from one address to the next");
        assertThat(registry.requests()).hasSizeLessThan(10);
    }

    @Test
    void aRedirectToSomethingElseThanAnAddressIsNotFollowed() {
        ScriptedRegistry registry = here.registry(request -> Reply.redirect(302, "file:///etc/passwd"));

        assertFailure(() -> here.client().probe(anonymous(registry)), "redirects to something that is no address");
    }
}

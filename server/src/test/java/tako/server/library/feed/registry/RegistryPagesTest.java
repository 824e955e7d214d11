package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.library.feed.registry.Registries.ada;
import static tako.server.library.feed.registry.Registries.anonymous;
import static tako.server.library.feed.registry.Registries.assertFailure;
import static tako.server.library.feed.registry.Registries.numbers;
import static tako.server.library.feed.registry.Registries.repositories;
import static tako.server.library.feed.registry.Registries.tags;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.library.feed.registry.ScriptedRegistry.Reply;

/** All pages of tags and catalogues. */
class RegistryPagesTest {
    private final Registries here = new Registries();

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    @Test
    void readsEveryPageOfTags() throws Exception {
        ScriptedRegistry registry = here.registry(request -> switch (request.path()) {
            case "/v2/team/web/tags/list?n=2" ->
                tags("\"1\", \"2\"").with("Link", "</v2/team/web/tags/list?last=2&n=2>; rel=\"next\"");
            case "/v2/team/web/tags/list?last=2&n=2" ->
                tags("\"3\", \"2\"").with("Link", "<list?last=3&n=2>; rel=next");
            default -> tags("\"4\"");
        });

        assertThat(here.client().tags(anonymous(registry), "team/web")).containsExactly("1", "2", "3", "4");
        assertThat(registry.paths()).last().isEqualTo("/v2/team/web/tags/list?last=3&n=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/v2/web/tags/list?last=1", "http://127.0.0.1:1/v2/web/tags/list?last=1"})
    void aLinkOfARegistryBehindAProxyIsFollowedOnTheRegistryItself(String link) throws Exception {
        ScriptedRegistry registry = here.registry(request -> request.path().contains("last")
                ? tags("\"2\"")
                : tags("\"1\"").with("Link", "<" + link + ">; rel=\"next\""));

        assertThat(here.client().tags(anonymous(registry), "web")).containsExactly("1", "2");
    }

    @Test
    void aLinkToAnotherHostIsNotFollowed() {
        ScriptedRegistry thief = here.registry(request -> tags("\"stolen\""));
        ScriptedRegistry registry = here.registry(request -> request.authorization()
                        .isEmpty()
                ? Reply.status(401).with("WWW-Authenticate", "Basic realm=\"x\"")
                : tags("\"1\"").with("Link", "<" + thief.at("localhost") + "/v2/web/tags/list?last=1>; rel=\"next\""));

        assertFailure(() -> here.client().tags(ada(registry), "web"), "sends one to http://localhost:" + thief.port());
        assertThat(thief.requests()).isEmpty();
    }

    @Test
    void pagesThatLeadRoundEnd() {
        ScriptedRegistry registry =
                here.registry(request -> tags("\"1\"").with("Link", "</v2/web/tags/list?n=2>; rel=\"next\""));

        assertFailure(
                () -> here.client().tags(anonymous(registry), "web"), "from one address to the next and back again");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void moreNamesThanAnybodyHasAreNotRead() {
        var page = new int[1];
        ScriptedRegistry registry = here.registry(request -> tags(numbers(page[0] * 400, 400))
                .with("Link", "</v2/web/tags/list?last=" + ++page[0] + ">; rel=\"next\""));

        assertFailure(() -> here.client().tags(anonymous(registry), "web"), "answers with more than 1000 names");
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void aRepositoryWithoutTagsHasNone() throws Exception {
        ScriptedRegistry registry = here.registry(request -> Reply.json("{\"name\": \"web\", \"tags\": null}"));

        assertThat(here.client().tags(anonymous(registry), "web")).isEmpty();
    }

    @Test
    void aRegistryMayLieBelowAPath() throws Exception {
        ScriptedRegistry registry = here.registry(request -> tags("\"1\""));

        here.client()
                .tags(Registry.at(URI.create(registry.uri() + "/artifactory/docker/v2/"), Optional.empty()), "web");

        assertThat(registry.paths()).containsExactly("/artifactory/docker/v2/web/tags/list?n=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Web", "web:1", "../../x", "a b", "localhost:5000/web", "web/", "/web", "", "web?x=1"})
    void whatCannotBeANameIsNotAskedFor(String name) {
        ScriptedRegistry registry = here.registry(request -> tags("\"1\""));

        assertFailure(
                () -> here.client().tags(anonymous(registry), name), "'" + name + "' cannot be the name of an image");
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void findsRepositoriesByAPartOfTheirNamesInEveryPage() throws Exception {
        ScriptedRegistry registry = here.registry(request -> request.path().endsWith("n=2")
                ? repositories("\"team/web\", \"db\"").with("Link", "</v2/_catalog?last=db>; rel=\"next\"")
                : repositories("\"webhook\""));

        assertThat(here.client().repositories(anonymous(registry), " WEB ")).containsExactly("team/web", "webhook");
        assertThat(here.client().repositories(anonymous(registry), "")).containsExactly("team/web", "db", "webhook");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405})
    void whereTheCatalogueIsClosedATermIsLookedForAsAName(int status) throws Exception {
        ScriptedRegistry registry = here.registry(request -> switch (request.path()) {
            case "/v2/_catalog?n=2" -> Reply.status(status);
            case "/v2/team/web/tags/list?n=1" -> tags("\"1\"");
            case "/v2/" -> Reply.json("{}");
            default -> Reply.status(404);
        });

        assertThat(here.client().repositories(anonymous(registry), "team/web")).containsExactly("team/web");
        assertThat(here.client().repositories(anonymous(registry), "team/we")).isEmpty();
        assertFailure(() -> here.client().repositories(anonymous(registry), ""), "Type the whole name of an image");
    }

    @Test
    void aClosedCatalogueIsNoExcuseForWrongCredentials() {
        ScriptedRegistry registry =
                here.registry(request -> Reply.status(401).with("WWW-Authenticate", "Basic realm=\"x\""));

        assertFailure(
                () -> here.client().repositories(ada(registry), ""),
                "does not accept the feed's username and password (401)");
        assertFailure(
                () -> here.client().repositories(ada(registry), "web"),
                "does not accept the feed's username and password (401)");
    }

    @Test
    void aRegistryWithASearchOfItsOwnIsSearchedByThat() throws Exception {
        ScriptedRegistry hub = here.registry(request -> Reply.json("""
                {"num_results": 2, "results": [{"name": "nginx", "is_official": true}, {"name": "team/nginx"}, {}]}"""));
        var registry =
                new Registry(hub.uri(), Optional.of(URI.create(hub.uri() + "/v1/search?n=100&q=")), Optional.empty());

        assertThat(here.client().repositories(registry, "Ngi nx")).containsExactly("nginx", "team/nginx");
        assertThat(hub.paths()).containsExactly("/v1/search?n=100&q=ngi+nx");
    }

    @Test
    void officialImagesOfDockerHubLieBelowLibrary() {
        Registry hub = Registry.dockerHub(Optional.empty());

        assertThat(hub.tags("nginx", 5)).hasToString("https://registry-1.docker.io/v2/library/nginx/tags/list?n=5");
        assertThat(hub.tags("team/web", 5)).hasToString("https://registry-1.docker.io/v2/team/web/tags/list?n=5");
    }
}

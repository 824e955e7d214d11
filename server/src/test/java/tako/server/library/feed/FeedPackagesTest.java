package tako.server.library.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.TestEngine.ADA;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.database.TestDatabases;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.TestEngine;
import tako.server.library.feed.FeedPackages.Found;
import tako.server.library.feed.FeedPackages.Search;
import tako.server.library.feed.registry.RegistryClient;
import tako.server.library.feed.registry.ScriptedRegistry;
import tako.server.library.feed.registry.ScriptedRegistry.Reply;
import tako.server.library.packages.PackageVersions.Wanted;
import tako.server.library.packages.VersionFilter;
import tako.server.library.packages.VersionRule;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tools.jackson.databind.node.ObjectNode;

/** What feeds offer, from a database to a registry. */
class FeedPackagesTest {
    private static final String SPACE = "Spaces-1";

    private final Database database =
            TestDatabases.sqlite("db/migration/server").database();
    private final Engine engine = TestEngine.over(database, List.of(Feeds.KIND));
    private final Documents<Feed> feeds = new Documents<>(Feeds.KIND, engine);
    private final FeedVault vault = new FeedVault(feeds, (view, id) -> Secret.of("secret of " + id));
    private final RegistryClient client = RegistryClient.standard();
    private final FeedPackages packages = new FeedPackages(engine, vault, new FeedClient(client));
    private final ScriptedRegistry registry = new ScriptedRegistry(request -> {
        if (request.authorization().isEmpty()) {
            return Reply.status(401).with("WWW-Authenticate", "Basic realm=\"x\"");
        }
        return switch (request.path()) {
            case "/v2/" -> Reply.json("{}");
            case "/v2/_catalog?n=1000" -> Reply.json("{\"repositories\": [\"web\", \"team/web\", \"db\"]}");
            case "/v2/web/tags/list?n=1000" ->
                Reply.json("{\"tags\": [\"latest\", \"1.9.0\", \"1.10.0\", \"2.0.0-rc\"]}");
            case "/v2/team/web/tags/list?n=1000" -> Reply.json("{\"tags\": [\"7\"]}");
            default -> Reply.status(404);
        };
    });

    @AfterEach
    void close() {
        client.close();
        registry.close();
        database.close();
    }

    @Test
    void findsPackagesByAPartOfTheirName() {
        feed();

        assertThat(packages.packages(ADA, SPACE, "feeds-1", "web")).containsExactly("team/web", "web");
    }

    @Test
    void listsVersionsNewestFirstAndLatestLast() {
        feed();

        assertThat(packages.versions(ADA, SPACE, "our-registry", search("web", false, false)))
                .extracting(Found::version)
                .containsExactly("2.0.0-rc", "1.10.0", "1.9.0", "latest");
        assertThat(packages.versions(ADA, SPACE, "Our registry", search("web", false, true)))
                .containsExactly(new Found("Feeds-1", "web", "2.0.0-rc"));
    }

    @Test
    void listsTheVersionsOfEveryPackageThatMatches() {
        feed();

        assertThat(packages.versions(ADA, SPACE, "Feeds-1", search("we", true, true)))
                .containsExactly(new Found("Feeds-1", "team/web", "7"), new Found("Feeds-1", "web", "2.0.0-rc"));
    }

    @Test
    void knowsTheNewestVersionThatPassesSomeRules() {
        feed();

        assertThat(newest("web", new VersionRule("[1.0,2.0)", "^$"))).contains("1.10.0");
        assertThat(newest("web", new VersionRule("[3.0,4.0)", ""))).isEmpty();
        assertThat(packages.newest(SPACE, new Wanted("no such feed", "web", List.of())))
                .isEmpty();
        assertThatThrownBy(() -> newest("nothing", new VersionRule("", "")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .startsWith("Feed 'Our registry': The tags of 'nothing' could not be listed."));
    }

    @Test
    void aTestSaysWhoIsLetIn() {
        feed();

        assertThat(packages.test(ADA, SPACE, "Feeds-1"))
                .isEqualTo(new FeedPackages.TestResult(
                        true,
                        "127.0.0.1:" + registry.port()
                                + " answers as a container registry does, and lets the user 'ada' in."));
        assertThat(registry.requests())
                .last()
                .satisfies(request -> assertThat(request.authorization()).startsWith("Basic "));
    }

    @Test
    void aDeploymentOpensAFeedWithItsPasswordByIdSlugOrName() {
        feed();

        for (String text : List.of("feeds-1", "our-registry", "OUR registry")) {
            FeedAccess access =
                    database.read(view -> vault.open(view, SPACE, text)).orElseThrow();
            assertThat(access.password()).contains(Secret.of("secret of Secrets-1"));
            assertThat(access.hasCredentials()).isTrue();
            assertThat(access.image("team/web", "7")).isEqualTo("127.0.0.1:" + registry.port() + "/team/web:7");
            assertThat(access.toString()).doesNotContain("secret of");
        }
        Optional<FeedAccess> elsewhere = database.read(view -> vault.open(view, "Spaces-2", "Feeds-1"));
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void aBareTextAsPasswordIsASecretToo() {
        feeds.create(
                ADA,
                SPACE,
                json(Map.of(
                        "Name",
                        "Bare",
                        "FeedType",
                        "Docker",
                        "FeedUri",
                        "https://r.example.org",
                        "password",
                        "hunter2")));

        var stored = feeds.get(ADA, SPACE, "bare");
        assertThat(stored.json().toString()).doesNotContain("hunter2").contains("Secrets-1");
        assertThat(database.read(view -> vault.open(view, SPACE, "bare")).flatMap(FeedAccess::password))
                .isPresent();
    }

    private Optional<String> newest(String packageId, VersionRule rule) {
        return packages.newest(SPACE, new Wanted("Feeds-1", packageId, List.of(rule)));
    }

    private static Search search(String packageId, boolean partial, boolean onlyNewest) {
        return new Search(packageId, partial, onlyNewest, VersionFilter.ALL);
    }

    private void feed() {
        feeds.create(
                ADA,
                SPACE,
                json(Map.of(
                        "Name", "Our registry",
                        "FeedType", "Docker",
                        "FeedUri", registry.uri().toString(),
                        "Username", "ada",
                        "Password", Map.of("HasValue", true, "NewValue", "hunter2"))));
    }

    private ObjectNode json(Map<String, ?> members) {
        return engine.mapper().valueToTree(members);
    }
}

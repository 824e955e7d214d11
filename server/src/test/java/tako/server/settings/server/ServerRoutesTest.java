package tako.server.settings.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.server.people.People;
import tako.server.people.PeopleServer;
import tools.jackson.databind.JsonNode;

/** What clients read before anything else. */
class ServerRoutesTest {
    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private People people;
    private PeopleServer server;

    @BeforeEach
    void start() {
        people = new People(fresh.database()).started();
        server = new PeopleServer(people);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theRootIsOpenToAllAndPassesEveryClientsChecks() {
        JsonNode root = PeopleServer.json(server.anonymous("GET", "/api/", ""));

        assertThat(root.path("Application").asString()).isEqualTo("Octopus Deploy");
        assertThat(root.path("Version").asString()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(root.path("ApiVersion").asString()).startsWith("3.0.");
        assertThat(UUID.fromString(root.path("InstallationId").asString())).isNotNull();
        assertThat(root.path("Links").path("Environments").asString())
                .isEqualTo("/api/Spaces-1/environments{/id}{?name,skip,ids,take,partialName}");
        assertThat(root.path("Links").path("Teams").asString())
                .isEqualTo("/api/teams{/id}{?skip,take,ids,partialName,spaces,includeSystem}");
    }

    @Test
    void theRootOfASpaceHasItsOwnLinksAndNoVersion() {
        JsonNode root = server.read("/api/spaces-1");

        assertThat(root.path("Id").asString()).isEqualTo("Spaces-1");
        assertThat(root.has("Version")).isFalse();
        assertThat(root.has("ApiVersion")).isFalse();
        assertThat(root.path("Links").path("Teams").asString()).startsWith("/api/Spaces-1/teams{/id}");
        assertThat(root.path("Links").has("Users")).isFalse();
        assertThat(server.get("/api/Spaces-9").statusCode()).isEqualTo(404);
    }

    @Test
    void everyKeyOfTheReferenceServerIsThereWithAnAddressOfOurs() {
        Set<String> keys = RootLinks.load().all().stream().map(RootLink::key).collect(Collectors.toSet());

        assertThat(keys)
                .hasSize(161)
                .contains("LibraryVariables", "VersionRuleTest", "Reporting/DeploymentsCountedByWeek");
        assertThat(RootLinks.load().all())
                .allSatisfy(link -> assertThat(link.template()).startsWith("/").doesNotContain("Spaces-1"));
    }

    @Test
    void linksOfRoutesThatExistAreServedAndOthersAreNamed() {
        Set<String> unserved = UnservedLinks.of(RootLinks.load(), people.routes());

        assertThat(unserved)
                .doesNotContain(
                        "CurrentUser", "Users", "Teams", "Spaces", "SpaceHome", "SpaceSearch", "Events", "ServerStatus")
                .doesNotContain("EventCategories", "SignIn", "SignOut", "OctopusServerNodes", "EnabledFeatureToggles")
                .contains("Environments", "Certificates", "Scheduler")
                .containsAll(UnservedLinks.known());
    }

    @Test
    void everyServedLinkLeadsSomewhere() {
        Set<String> unserved = UnservedLinks.of(RootLinks.load(), people.routes());
        var optional = Pattern.compile("\\{[?/][^}]*}");
        List<String> addresses = RootLinks.load().all().stream()
                .filter(link -> !unserved.contains(link.key()))
                .filter(link ->
                        !Set.of("SignIn", "SignOut", "RevokeUserSessions").contains(link.key()))
                .map(link -> link.inSpace("Spaces-1").orElse(link.template()))
                .map(template -> optional.matcher(template).replaceAll(""))
                .map(template -> template.replaceAll("\\{\\w+}", "Spaces-1"))
                .toList();

        assertThat(addresses)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        address -> assertThat(server.get(address).statusCode()).isEqualTo(200));
    }

    @Test
    void featureTogglesAreAListAlsoForUnknownNames() {
        assertThat(server.read("/api/configuration/feature-toggles?Name=")
                        .path("FeatureToggles")
                        .isArray())
                .isTrue();
        assertThat(server.read("/api/configuration/feature-toggles?name=some-toggle")
                        .path("FeatureToggles"))
                .isEmpty();
    }

    @Test
    void capabilitiesNameWhatIsThere() {
        assertThat(server.read("/api/capabilities").path("Capabilities").toString())
                .contains("GetAllSpacesRequest");
        assertThat(server.read("/api/capabilities/GetAllSpacesRequest")
                        .path("Exists")
                        .asBoolean())
                .isTrue();
        assertThat(server.get("/api/capabilities/SomeMadeUpRequest").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theStatusHasTheShapesThatClientsDecode() {
        assertThat(server.read("/api/serverstatus").path("IsInMaintenanceMode").isBoolean())
                .isTrue();
        assertThat(server.read("/api/serverstatus/health")
                        .path("IsOperatingNormally")
                        .asBoolean())
                .isTrue();
        assertThat(server.read("/api/serverstatus/system-info").path("Uptime").asString())
                .isEqualTo("00:00:00");
        assertThat(server.read("/api/serverstatus/timezones"))
                .anyMatch(zone -> zone.path("Id").asString().equals("Europe/Berlin"));
        assertThat(server.read("/api/serverstatus/logs").isArray()).isTrue();
        assertThat(server.read("/api/octopusservernodes/all")
                        .get(0)
                        .path("Name")
                        .asString())
                .isEqualTo("node-1");
        assertThat(server.read("/api/octopusservernodes/octopusservernodes-node-1")
                        .path("MaxConcurrentTasks")
                        .asInt())
                .isEqualTo(5);
        assertThat(server.read("/api/licenses/licenses-current-status")
                        .path("IsCompliant")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void healthIsOpenToAll() {
        assertThat(server.anonymous("GET", "/healthz", "").body()).isEqualTo("ok\n");
        assertThat(server.anonymous("GET", "/readyz", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNotReadySaysWhy() {
        var routes = new RouteTable(new HealthRoutes(() -> Optional.of("The disk is full.")).routes());
        try (var unready = TestHttpServer.start(routes)) {
            HttpResponse<String> answer =
                    unready.send(unready.request("/readyz").build());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("The disk is full.\n");
            assertThat(unready.send(unready.request("/healthz").build()).statusCode())
                    .isEqualTo(200);
        }
    }
}

package tako.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tools.jackson.databind.JsonNode;

/** Users, teams, spaces and events as clients read them. */
class PeopleRoutesTest {
    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private PeopleServer server;

    @BeforeEach
    void start() {
        server = new PeopleServer(new People(fresh.database()).started());
        server.as(People.ADMIN_KEY, "POST", "/api/spaces", """
                {"Name": "Web", "SpaceManagersTeamMembers": ["Users-2"]}""");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void usersShowWhoAsksAndNeverAPassword() {
        JsonNode users = server.read("/api/users");

        assertThat(texts(users.path("Items"), "Username")).containsExactly("admin", "gil");
        assertThat(users.path("Items").get(0).path("IsRequestor").asBoolean()).isTrue();
        assertThat(users.path("Items").get(1).path("IsRequestor").asBoolean()).isFalse();
        assertThat(users.toString()).doesNotContain("argon2");
        assertThat(server.read("/api/users/all")).hasSize(2);
        assertThat(texts(server.read("/api/users?filter=GI").path("Items"), "Id"))
                .containsExactly("Users-2");
    }

    @Test
    void everybodyMayReadThemselves() {
        JsonNode me = PeopleServer.json(server.as(People.GUEST_KEY, "GET", "/api/users/me", ""));
        JsonNode self = PeopleServer.json(
                server.as(People.GUEST_KEY, "GET", me.path("Links").path("Self").asString(), ""));

        assertThat(self).isEqualTo(me);
        assertThat(me.path("Links").path("ApiKeys").asString())
                .isEqualTo("/api/users/Users-2/apikeys{/id}{?skip,take}");
    }

    @Test
    void anAdministratorMayEnterEverySpaceAndDoEverything() {
        assertThat(texts(server.read("/api/users/Users-1/spaces"), "Id")).containsExactly("Spaces-1", "Spaces-2");
        JsonNode all = server.read("/api/users/Users-1/permissions?includeSystem=true&spaces=Spaces-2");

        assertThat(all.path("SystemPermissions").toString()).contains("AdministerSystem");
        assertThat(texts(all.path("SpacePermissions").path("ProjectView"), "SpaceId"))
                .containsExactly("Spaces-2");
        assertThat(texts(all.path("Teams"), "Id")).contains("teams-administrators", "teams-everyone");
    }

    @Test
    void teamsAreListedBySpaceAndByName() {
        assertThat(ids("/api/teams"))
                .containsExactlyInAnyOrder(
                        "teams-administrators",
                        "teams-managers",
                        "teams-everyone",
                        "teams-spacemanagers-Spaces-1",
                        "teams-spacemanagers-Spaces-2");
        assertThat(ids("/api/teams?spaces=Spaces-2")).containsExactly("teams-spacemanagers-Spaces-2");
        assertThat(ids("/api/teams?spaces=Spaces-2&includeSystem=true")).hasSize(4);
        assertThat(ids("/api/Spaces-2/teams")).containsExactly("teams-spacemanagers-Spaces-2");
        assertThat(ids("/api/teams?partialName=octopus")).containsExactly("teams-administrators", "teams-managers");
        assertThat(server.read("/api/teams/all")).hasSize(5);
    }

    @Test
    void aBuiltInTeamSaysWhatCannotBeChanged() {
        JsonNode everyone = server.read("/api/teams/TEAMS-everyone");

        assertThat(everyone.path("CanBeDeleted").asBoolean(true)).isFalse();
        assertThat(everyone.path("CanChangeMembers").asBoolean(true)).isFalse();
        assertThat(everyone.path("CanChangeRoles").asBoolean()).isTrue();
        assertThat(everyone.path("SpaceId").isNull()).isTrue();
        assertThat(server.read("/api/teams/teams-everyone/scopeduserroles")
                        .path("TotalResults")
                        .asInt(-1))
                .isZero();
        assertThat(server.get("/api/Spaces-1/teams/teams-spacemanagers-Spaces-2")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSpaceHasAHomeALogoAndASearch() {
        JsonNode space = server.read("/api/spaces/web");

        assertThat(space.path("Links").path("SpaceHome").asString()).isEqualTo("/api/Spaces-2");
        assertThat(server.get(space.path("Links").path("Logo").asString()).body())
                .startsWith("<svg");
        assertThat(texts(server.read("/api/spaces/Spaces-2/search?keyword=worker"), "Type"))
                .containsExactly("WorkerPool");
        assertThat(server.read("/api/Spaces-2").path("Id").asString()).isEqualTo("Spaces-2");
    }

    @Test
    void aStoppedSpaceIsDeletedOverTheWireAsClientsDoIt() {
        String stopped = "{\"Name\": \"Web\", \"TaskQueueStopped\": true, \"SpaceManagersTeamMembers\": [\"Users-2\"]}";

        assertThat(server.as(People.ADMIN_KEY, "DELETE", "/api/spaces/Spaces-2", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.as(People.ADMIN_KEY, "PUT", "/api/spaces/Spaces-2", stopped)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.as(People.ADMIN_KEY, "DELETE", "/api/spaces/Spaces-2", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/Spaces-2/teams").statusCode()).isEqualTo(404);
    }

    @Test
    void eventsTellWhoDidWhatFromWhereAndAreFiltered() {
        JsonNode created = server.read("/api/events?regarding=spaces-2&eventCategories=Created")
                .path("Items")
                .get(0);

        assertThat(created.path("Username").asString()).isEqualTo("admin");
        assertThat(created.path("IdentityEstablishedWith").asString()).startsWith("API key '");
        assertThat(created.path("IpAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(created.path("ChangeDetails")
                        .path("DocumentContext")
                        .path("Name")
                        .asString())
                .isEqualTo("Web");
        assertThat(server.read(created.path("Links").path("Self").asString())).isEqualTo(created);
        assertThat(total("/api/events?documentTypes=Spaces&includeSystem=true")).isEqualTo(2);
        assertThat(total("/api/events?users=users-system&documentTypes=Spaces")).isEqualTo(1);
        assertThat(server.read("/api/events?fromAutoId=2&toAutoId=3").path("Items"))
                .extracting(event -> event.path("Id").asString())
                .containsExactly("Events-3", "Events-2");
        assertThat(server.get("/api/events?toAutoId=last").statusCode()).isEqualTo(400);
        assertThat(total("/api/events?from=2031-01-01T00:00:00Z")).isZero();
        assertThat(total("/api/Spaces-2/events?documentTypes=WorkerPools")).isEqualTo(1);
        assertThat(total("/api/Spaces-2/events?documentTypes=Spaces")).isZero();
        assertThat(total("/api/events?eventGroups=Deployment")).isZero();
        assertThat(server.get("/api/events?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void eventsPointAtTheDocumentsTheyName() {
        JsonNode created = server.read("/api/events?regarding=spaces-2&eventCategories=Created")
                .path("Items")
                .get(0);

        JsonNode reference = created.path("MessageReferences").get(0);
        assertThat(created.path("RelatedDocumentIds").toString()).isEqualTo("[\"Spaces-2\"]");
        assertThat(reference.path("ReferencedDocumentId").asString()).isEqualTo("Spaces-2");
        int start = reference.path("StartIndex").asInt();
        assertThat(created.path("Message")
                        .asString()
                        .substring(start, start + reference.path("Length").asInt()))
                .isEqualTo("Web");
    }

    @Test
    void permissionsAreDescribed() {
        JsonNode all = server.read("/api/permissions/all");

        assertThat(all.size()).isEqualTo(140);
        assertThat(all.path("ProjectGroupCreate").toString())
                .isEqualTo("{\"Description\":\"Project group: create\",\"CanApplyAtSpaceLevel\":true,"
                        + "\"CanApplyAtSystemLevel\":false,\"SupportedRestrictions\":[\"ProjectGroups\"]}");
        assertThat(all.at("/DeploymentCreate/SupportedRestrictions").toString())
                .contains("Environments", "Projects", "Tenants");
        assertThat(all.at("/AdministerSystem/CanApplyAtSystemLevel").asBoolean())
                .isTrue();
    }

    @Test
    void theWordsOfEventFiltersAreBareLists() {
        for (String list : List.of("categories", "groups", "documenttypes", "agents")) {
            JsonNode words = server.read("/api/events/" + list);

            assertThat(words.isArray()).as(list).isTrue();
            assertThat(words).as(list).isNotEmpty().allMatch(word -> word.has("Id") && word.has("Name"));
        }
    }

    private List<String> ids(String path) {
        return texts(server.read(path).path("Items"), "Id");
    }

    private int total(String path) {
        return server.read(path).path("TotalResults").asInt(-1);
    }

    private static List<String> texts(JsonNode list, String member) {
        return list.valueStream().map(item -> item.path(member).asString()).toList();
    }
}

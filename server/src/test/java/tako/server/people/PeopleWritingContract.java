package tako.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tools.jackson.databind.JsonNode;

/** Users and teams as clients change them, on every database. Users-1 is the administrator, Users-2 a guest in no team. */
abstract class PeopleWritingContract {
    private static final String GRACE = """
            {"Username": "grace", "DisplayName": "Grace", "EmailAddress": "grace@example.org",
             "IsActive": true, "IsService": false, "Password": "Correct horse battery", "Custom": {"Kept": [1]}}""";

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private People people;
    private PeopleServer server;

    abstract FreshDatabase fresh();

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
    void aUserIsMadeSignsInAndReadsWithoutWriting() {
        JsonNode grace = made("/api/users", GRACE);
        String key = key(grace);

        assertThat(grace.path("IsActive").asBoolean()).isTrue();
        assertThat(grace.path("CanPasswordBeEdited").asBoolean()).isTrue();
        assertThat(grace.at("/Custom/Kept/0").asInt()).isOne();
        assertThat(grace.toString() + server.read("/api/users").toString()).doesNotContain("horse");
        assertThat(stored("select json from user_account").toString()).doesNotContain("horse", "Password");
        assertThat(stored("select difference from event").toString()).doesNotContain("horse");
        assertThat(signIn("GRACE", "Correct horse battery").statusCode()).isEqualTo(200);
        for (String path : List.of("/users", "/users/Users-1", "/teams", "/Spaces-1/teams/all", "/events", "/spaces")) {
            assertThat(as(key, "GET", "/api" + path, "").statusCode()).as(path).isEqualTo(200);
        }
        refused(key, "POST", "/api/users", GRACE);
        refused(key, "PUT", "/api/users/Users-1", "{\"DisplayName\": \"Ada\"}");
        refused(key, "DELETE", "/api/users/Users-2", "");
        refused(key, "POST", "/api/users/Users-1/revoke-sessions", "");
        refused(key, "POST", "/api/users/Users-1/apikeys", "{\"Purpose\": \"mine\"}");
        refused(key, "GET", "/api/users/Users-1/apikeys", "");
        refused(key, "POST", "/api/teams", "{\"Name\": \"Mine\"}");
        refused(key, "PUT", "/api/teams/teams-administrators", "{\"MemberUserIds\": [\"Users-3\"]}");
        refused(key, "DELETE", "/api/Spaces-1/teams/teams-spacemanagers-Spaces-1", "");
        refused(key, "POST", "/api/spaces", "{\"Name\": \"Mine\", \"SpaceManagersTeamMembers\": [\"Users-3\"]}");
    }

    @Test
    void whatAUserMayIsWhatTheUserIsShown() {
        String key = key(made("/api/users", GRACE));
        JsonNode held = PeopleServer.json(as(key, "GET", "/api/users/me/permissions?includeSystem=true", ""));

        assertThat(held.path("SystemPermissions").valueStream().map(JsonNode::asString))
                .contains("UserView", "TeamView", "SpaceView")
                .allMatch(name -> name.endsWith("View"));
        assertThat(held.path("SpacePermissions").propertyNames())
                .contains("ProjectView", "ReleaseView")
                .allMatch(name -> name.endsWith("View"));
        assertThat(PeopleServer.json(as(key, "GET", "/api/users/me/spaces", "")))
                .hasSize(1);
    }

    @Test
    void brokenUsersAreRefusedWithTheirReasons() {
        problem("POST", "/api/users", "{}", "Username");
        problem("POST", "/api/users", "{\"Username\": \"ADMIN\"}", "already in use");
        problem("POST", "/api/users", "{\"Username\": \"%s\"}".formatted("x".repeat(65)), "at most 64");
        problem("POST", "/api/users", "{\"Username\": \"system\"}", "the server itself");
        problem("POST", "/api/users", "{\"Username\": \"a\", \"EmailAddress\": \"nowhere\"}", "'nowhere' is no e-mail");
        problem("POST", "/api/users", "{\"Username\": \"a\", \"Password\": \"short\"}", "too easy");
        problem("POST", "/api/users", "{\"Username\": \"a\", \"Password\": {\"NewValue\": \"x\"}}", "as a text");
        problem(
                "POST",
                "/api/users",
                "{\"Username\": \"a\", \"IsService\": true, \"Password\": \"Correct horse battery\"}",
                "service account");
        assertThat(server.read("/api/users/all")).hasSize(2);
    }

    @Test
    void aServiceAccountWorksWithKeysAlone() {
        JsonNode robot = made("/api/users", "{\"Username\": \"robot\", \"IsService\": true}");

        assertThat(robot.path("CanPasswordBeEdited").asBoolean(true)).isFalse();
        assertThat(robot.path("IsActive").asBoolean()).isTrue();
        assertThat(as(key(robot), "GET", "/api/users/me", "").statusCode()).isEqualTo(200);
        assertThat(signIn("robot", "").statusCode()).isEqualTo(400);
        problem("PUT", self(robot), "{\"IsService\": false}", "Make another user");
        problem("PUT", self(robot), "{\"Password\": \"Correct horse battery\"}", "service account");
    }

    @Test
    void everybodyChangesTheirOwnNameAddressAndPasswordAndNothingElseOfThemselves() {
        JsonNode grace = made("/api/users", GRACE);
        String key = key(grace);

        JsonNode changed = PeopleServer.json(as(key, "PUT", "/api/users/me", """
                {"DisplayName": "G. H.", "EmailAddress": "gh@example.org", "Password": "Another good one 1"}"""));
        assertThat(changed.path("Username").asString()).isEqualTo("grace");
        assertThat(changed.path("DisplayName").asString()).isEqualTo("G. H.");
        assertThat(changed.path("IsActive").asBoolean()).isTrue();
        assertThat(signIn("grace", "Correct horse battery").statusCode()).isEqualTo(400);
        assertThat(signIn("grace", "Another good one 1").statusCode()).isEqualTo(200);
        refused(key, "PUT", "/api/users/me", "{\"Username\": \"boss\"}");
        refused(key, "PUT", "/api/users/me", "{\"IsActive\": false}");
        problemFor(key, "PUT", "/api/users/me", "{\"Password\": \"short\"}", "too easy");
        assertThat(messages()).contains("The password of grace was changed by grace");
    }

    @Test
    void whatIsLeftOutOfAChangeStays() {
        JsonNode grace = made("/api/users", GRACE);

        JsonNode changed =
                PeopleServer.json(as(People.ADMIN_KEY, "PUT", self(grace), "{\"Password\": \"Another good one 1\"}"));
        assertThat(changed.path("DisplayName").asString()).isEqualTo("Grace");
        assertThat(changed.path("EmailAddress").asString()).isEqualTo("grace@example.org");
        assertThat(changed.path("Custom")).isEqualTo(grace.path("Custom"));
        changed = PeopleServer.json(as(People.ADMIN_KEY, "PUT", self(grace), "{\"EmailAddress\": \"\"}"));
        assertThat(changed.path("EmailAddress").asString()).isEmpty();
        assertThat(changed.path("DisplayName").asString()).isEqualTo("Grace");
    }

    @Test
    void anotherPasswordEndsEverySessionAndSoDoesSigningOutEverywhere() {
        JsonNode grace = made("/api/users", GRACE);
        String first = PeopleServer.cookies(signIn("grace", "Correct horse battery"));
        assertThat(withCookies(first)).isEqualTo(200);

        as(People.ADMIN_KEY, "PUT", self(grace), "{\"Password\": \"Another good one 1\"}");
        assertThat(withCookies(first)).isEqualTo(401);

        String second = PeopleServer.cookies(signIn("grace", "Another good one 1"));
        as(People.ADMIN_KEY, "PUT", self(grace), "{\"DisplayName\": \"G.\"}");
        assertThat(withCookies(second)).isEqualTo(200);
        as(People.ADMIN_KEY, "POST", self(grace) + "/revoke-sessions", "");
        assertThat(withCookies(second)).isEqualTo(401);
        assertThat(messages()).contains("grace was signed out everywhere by admin");
    }

    @Test
    void aDeactivatedUserIsRefusedAtOnceAndWorksAgainWhenActive() {
        JsonNode grace = made("/api/users", GRACE);
        String key = key(grace);
        String session = PeopleServer.cookies(signIn("grace", "Correct horse battery"));

        as(People.ADMIN_KEY, "PUT", self(grace), "{\"IsActive\": false}");
        assertThat(as(key, "GET", "/api/users/me", "").statusCode()).isEqualTo(401);
        assertThat(withCookies(session)).isEqualTo(401);
        assertThat(signIn("grace", "Correct horse battery").body()).contains("is disabled");

        as(People.ADMIN_KEY, "PUT", self(grace), "{\"IsActive\": \"True\"}");
        assertThat(as(key, "GET", "/api/users/me", "").statusCode()).isEqualTo(200);
        assertThat(withCookies(session)).isEqualTo(401);
    }

    @Test
    void aDeletedUserIsGoneWithKeysSessionsAndMemberships() {
        JsonNode grace = made("/api/users", GRACE);
        String key = key(grace);
        JsonNode team = made("/api/teams", team("Testers", "Users-2", id(grace)));
        as(People.ADMIN_KEY, "PUT", "/api/teams/teams-spacemanagers-Spaces-1", members(id(grace), "Users-2"));
        signIn("grace", "Correct horse battery");

        assertThat(as(People.ADMIN_KEY, "DELETE", self(grace), "").statusCode()).isEqualTo(200);

        assertThat(server.get(self(grace)).statusCode()).isEqualTo(404);
        assertThat(as(key, "GET", "/api/users/me", "").statusCode()).isEqualTo(401);
        assertThat(texts(server.read(self(team)), "MemberUserIds")).containsExactly("Users-2");
        assertThat(texts(server.read("/api/spaces/Spaces-1"), "SpaceManagersTeamMembers"))
                .containsExactly("Users-2");
        for (String table : List.of("user_password", "user_session", "api_key")) {
            assertThat(stored("select user_id from " + table)).as(table).doesNotContain(id(grace));
        }
        assertThat(messages()).contains("User grace was deleted by admin");
    }

    @Test
    void theLastAdministratorStays() {
        problem("DELETE", "/api/users/Users-1", "", "Nobody can delete themselves");
        problem("PUT", "/api/users/Users-1", "{\"IsActive\": false}", "at least one active member");
        problem("PUT", "/api/teams/teams-administrators", administrators(), "at least one active member");

        JsonNode asleep = made("/api/users", "{\"Username\": \"asleep\", \"IsActive\": false}");
        problem("PUT", "/api/teams/teams-administrators", administrators(id(asleep)), "at least one active member");
        assertThat(as(People.ADMIN_KEY, "PUT", "/api/teams/teams-administrators", administrators("Users-1", "Users-2"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(People.GUEST_KEY, "DELETE", "/api/users/Users-1", "").statusCode())
                .isEqualTo(200);
        problemFor(People.GUEST_KEY, "PUT", "/api/users/me", "{\"IsActive\": false}", "at least one active member");
        assertThat(texts(
                        PeopleServer.json(as(People.GUEST_KEY, "GET", "/api/teams/teams-administrators", "")),
                        "MemberUserIds"))
                .containsExactly("Users-2");
    }

    @Test
    void aTeamOfTheSystemIsMadeChangedAndDeleted() {
        JsonNode team = made("/api/teams", """
                {"Name": "TF Team", "MemberUserIds": ["Users-2"], "ExternalSecurityGroups": [], "Custom": "kept",
                 "CanBeDeleted": false, "CanBeRenamed": false, "CanChangeMembers": false, "CanChangeRoles": false}""");

        assertThat(team.path("Id").asString()).isEqualTo("Teams-1");
        assertThat(team.path("Slug").asString()).isEqualTo("tf-team");
        assertThat(team.path("SpaceId").isNull()).isTrue();
        assertThat(team.path("Custom").asString()).isEqualTo("kept");
        for (String allowed : List.of("CanBeDeleted", "CanBeRenamed", "CanChangeMembers", "CanChangeRoles")) {
            assertThat(team.path(allowed).asBoolean()).as(allowed).isTrue();
        }
        assertThat(server.read(self(team))).isEqualTo(team);
        assertThat(as(People.ADMIN_KEY, "PUT", self(team), team.toString()).statusCode())
                .isEqualTo(200);
        assertThat(ids("/api/users/Users-2/teams?includeSystem=true")).contains("Teams-1");

        JsonNode renamed = PeopleServer.json(
                as(People.ADMIN_KEY, "PUT", self(team), "{\"Name\": \"Approvers\", \"MemberUserIds\": []}"));
        assertThat(renamed.path("Name").asString()).isEqualTo("Approvers");
        assertThat(renamed.path("CanBeDeleted").asBoolean()).isTrue();
        assertThat(as(People.ADMIN_KEY, "DELETE", self(team), "").statusCode()).isEqualTo(200);
        assertThat(server.get(self(team)).statusCode()).isEqualTo(404);
        assertThat(messages()).contains("Team TF Team was created by admin", "Team Approvers was deleted by admin");
    }

    @Test
    void teamsOfASpaceHaveNamesOfTheirOwnAndStayThere() {
        as(People.ADMIN_KEY, "POST", "/api/spaces", "{\"Name\": \"Web\", \"SpaceManagersTeamMembers\": [\"Users-1\"]}");
        JsonNode first = made("/api/Spaces-1/teams", "{\"Name\": \"Testers\"}");
        JsonNode second = made("/api/teams", "{\"Name\": \"testers\", \"SpaceId\": \"Spaces-2\"}");
        made("/api/teams", "{\"Name\": \"Testers\", \"SpaceId\": null}");

        assertThat(first.path("SpaceId").asString()).isEqualTo("Spaces-1");
        assertThat(second.path("SpaceId").asString()).isEqualTo("Spaces-2");
        problem("POST", "/api/Spaces-1/teams", "{\"Name\": \"TESTERS\"}", "already in use");
        problem("POST", "/api/Spaces-1/teams", "{\"Name\": \"A\", \"SpaceId\": \"Spaces-2\"}", "SpaceId");
        problem("POST", "/api/teams", "{\"Name\": \"A\", \"SpaceId\": \"Spaces-9\"}", "'Spaces-9' does not exist");
        problem("PUT", self(first), "{\"Name\": \"Testers\", \"SpaceId\": \"Spaces-2\"}", "stays where it was made");
        assertThat(server.get("/api/Spaces-2/teams/" + id(first)).statusCode()).isEqualTo(404);
        assertThat(as(People.ADMIN_KEY, "DELETE", "/api/Spaces-2/teams/" + id(first), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDeletedSpaceTakesItsTeamsAlong() {
        as(People.ADMIN_KEY, "POST", "/api/spaces", "{\"Name\": \"Web\", \"SpaceManagersTeamMembers\": [\"Users-1\"]}");
        JsonNode team = made("/api/Spaces-2/teams", "{\"Name\": \"Testers\", \"MemberUserIds\": [\"Users-1\"]}");
        as(People.ADMIN_KEY, "PUT", "/api/spaces/Spaces-2", """
                {"Name": "Web", "TaskQueueStopped": true, "SpaceManagersTeamMembers": ["Users-1"]}""");

        assertThat(as(People.ADMIN_KEY, "DELETE", "/api/spaces/Spaces-2", "").statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/teams/" + id(team)).statusCode()).isEqualTo(404);
    }

    @Test
    void brokenTeamsAreRefusedWithTheirReasons() {
        problem("POST", "/api/teams", "{\"MemberUserIds\": []}", "needs a name");
        problem("POST", "/api/teams", team("A", "Users-2", "Users-98", "Users-99"), "'Users-98'", "'Users-99'");
        problem("POST", "/api/teams", team("A", "teams-managers"), "'teams-managers'");
        problem("POST", "/api/teams", "{\"Name\": \"EVERYONE\"}", "already in use");
        problem("PUT", "/api/teams/teams-everyone", team("Everyone", "Users-2"), "MemberUserIds");
        problem("PUT", "/api/teams/teams-managers", "{\"Name\": \"Bosses\"}", "keeps its name");
        problem("DELETE", "/api/teams/teams-managers", "", "cannot be deleted");
        problem("POST", "/api/scopeduserroles", "{\"TeamId\": \"Teams-1\"}", "has no roles yet");
        assertThat(server.read("/api/scopeduserroles").path("TotalResults").asInt(-1))
                .isZero();
    }

    @Test
    void aTeamThatManagesASpaceIsInUse() {
        JsonNode team = made("/api/teams", team("Owners", "Users-2"));
        as(
                People.ADMIN_KEY,
                "POST",
                "/api/spaces",
                "{\"Name\": \"Web\", \"SpaceManagersTeams\": [\"%s\"]}".formatted(id(team)));

        problem("DELETE", self(team), "", "in use by Space 'Web'");
    }

    @Test
    void theManagersOfASpaceAreTheSameWhereverTheyAreChanged() {
        JsonNode managers = server.read("/api/teams/teams-spacemanagers-Spaces-1");
        as(People.ADMIN_KEY, "PUT", self(managers), """
                {"Name": "Space Managers", "MemberUserIds": ["Users-2"]}""");

        assertThat(texts(server.read("/api/spaces/Spaces-1"), "SpaceManagersTeamMembers"))
                .containsExactly("Users-2");
    }

    private HttpResponse<String> as(String key, String method, String path, String body) {
        return server.as(key, method, path, body);
    }

    private HttpResponse<String> signIn(String name, String password) {
        return server.anonymous(
                "POST", "/api/users/login", "{\"Username\": \"%s\", \"Password\": \"%s\"}".formatted(name, password));
    }

    private int withCookies(String cookies) {
        return server.send(server.request("/api/users/me").header("Cookie", cookies))
                .statusCode();
    }

    private JsonNode made(String path, String body) {
        HttpResponse<String> answer = as(People.ADMIN_KEY, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return PeopleServer.json(answer);
    }

    private String key(JsonNode user) {
        return made(self(user) + "/apikeys", "{\"Purpose\": \"test\"}")
                .path("ApiKey")
                .asString();
    }

    private void refused(String key, String method, String path, String body) {
        HttpResponse<String> answer = as(key, method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(403);
        assertThat(answer.body()).contains("Missing permission: ");
    }

    private void problem(String method, String path, String body, String... parts) {
        problemFor(People.ADMIN_KEY, method, path, body, parts);
    }

    private void problemFor(String key, String method, String path, String body, String... parts) {
        HttpResponse<String> answer = as(key, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(parts);
    }

    private List<String> messages() {
        return server.read("/api/events?take=100")
                .path("Items")
                .valueStream()
                .map(event -> event.path("Message").asString() + " by "
                        + event.path("Username").asString())
                .toList();
    }

    private List<String> ids(String path) {
        return server.read(path).valueStream().map(PeopleWritingContract::id).toList();
    }

    private List<String> stored(String query) {
        return people.database.read(
                view -> view.query(query).mapTo(String.class).list());
    }

    private static String team(String name, String... members) {
        return "{\"Name\": \"%s\", \"MemberUserIds\": %s}".formatted(name, list(members));
    }

    private static String administrators(String... members) {
        return team("Octopus Administrators", members);
    }

    private static String list(String... texts) {
        return List.of(texts).stream().map(text -> "\"" + text + "\"").toList().toString();
    }

    private static String members(String... members) {
        return team("Space Managers", members);
    }

    private static List<String> texts(JsonNode json, String member) {
        return json.path(member).valueStream().map(JsonNode::asString).toList();
    }

    private static String id(JsonNode json) {
        return json.path("Id").asString();
    }

    private static String self(JsonNode json) {
        return json.path("Links").path("Self").asString();
    }
}

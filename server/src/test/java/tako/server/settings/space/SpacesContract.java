package tako.server.settings.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environments;
import tako.server.people.People;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Spaces with what they are born with, on every database. */
abstract class SpacesContract {
    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private People people;
    private Spaces spaces;

    abstract FreshDatabase fresh();

    @BeforeEach
    void prepare() {
        people = new People(fresh.database()).started();
        spaces = people.spaces;
    }

    @Test
    void theDefaultSpaceIsMadeOnceWithItsManagersAndDefaults() {
        spaces.createDefault();

        Stored<Space> space = spaces.get(people.admin(), "", "spaces-1");
        assertThat(space.value().isDefault()).isTrue();
        assertThat(space.value().slug()).isEqualTo("default");
        assertThat(space.value().spaceManagersTeams()).containsExactly("teams-spacemanagers-Spaces-1");
        assertThat(names("worker_pool", "Spaces-1")).containsExactly("Default Worker Pool");
        assertThat(names("space", "")).containsExactly("Default");
    }

    @Test
    void aNewSpaceHasATeamOfItsManagersAndIsNeverTheDefaultOne() {
        Stored<Space> space = create("""
                {"Name": "Web", "SpaceManagersTeamMembers": ["Users-2"], "IsDefault": true, "IconColour": "red"}""");

        assertThat(space.id()).isEqualTo("Spaces-2");
        assertThat(space.value().isDefault()).isFalse();
        assertThat(space.json().path("IconColour").asString()).isEqualTo("red");
        assertThat(people.teams
                        .get(people.admin(), "Spaces-2", "teams-spacemanagers-Spaces-2")
                        .value()
                        .memberUserIds())
                .containsExactly("Users-2");
        assertThat(names("worker_pool", "Spaces-2")).containsExactly("Default Worker Pool");
    }

    @Test
    void aSpaceThatNobodyManagesIsRefused() {
        assertRefused(() -> create("{\"Name\": \"Web\"}"), "somebody who manages it");
        assertRefused(() -> create("{\"Name\": \"Web\", \"SpaceManagersTeamMembers\": [\"Users-99\"]}"), "Users-99");
        assertThat(names("space", "")).containsExactly("Default");
    }

    @Test
    void otherManagersOfASpaceAreOtherMembersOfItsTeamWhichItCannotLose() {
        create("{\"Name\": \"Web\", \"SpaceManagersTeamMembers\": [\"Users-2\"]}");
        Stored<Space> changed = spaces.update(people.admin(), "", "web", json("""
                {"Name": "Web shop", "SpaceManagersTeams": ["teams-managers"], "SpaceManagersTeamMembers": ["Users-1"]}"""));

        assertThat(changed.value().spaceManagersTeams())
                .containsExactly("teams-managers", "teams-spacemanagers-Spaces-2");
        assertThat(changed.value().slug()).isEqualTo("web");
        assertThat(people.teams
                        .get(people.admin(), "", "teams-spacemanagers-Spaces-2")
                        .value()
                        .memberUserIds())
                .containsExactly("Users-1");
    }

    @Test
    void aSpaceIsDeletedWithEverythingInItOnceItsTaskQueueIsStopped() {
        create("{\"Name\": \"Web\", \"SpaceManagersTeamMembers\": [\"Users-2\"]}");
        var environments = new Environments(people.engine);
        environments.create(people.admin(), "Spaces-1", json("{\"Name\": \"Kept\"}"));
        environments.create(people.admin(), "Spaces-2", json("{\"Name\": \"Dev\"}"));
        assertRefused(() -> spaces.delete(people.admin(), "", "Spaces-2"), "TaskQueueStopped: true");
        assertThat(names("environment", "Spaces-2")).containsExactly("Dev");
        stop("Spaces-2");
        spaces.delete(people.admin(), "", "Spaces-2");

        assertThat(names("space", "")).containsExactly("Default");
        assertThat(names("worker_pool", "Spaces-2")).isEmpty();
        assertThat(names("environment", "Spaces-2")).isEmpty();
        assertThat(names("team", "")).hasSize(4);
        assertThat(new SpaceAddresses(people.database).byId("Spaces-2")).isEmpty();
        assertThat(names("environment", "Spaces-1")).containsExactly("Kept");
        assertThat(events("Spaces-2")).contains("Created", "Deleted");
    }

    @Test
    void whatAFeatureHasAgainstItKeepsASpace() {
        create("{\"Name\": \"Web\", \"SpaceManagersTeamMembers\": [\"Users-2\"]}");
        stop("Spaces-2");
        var busy = new Spaces(people.engine, people.teams, List.of(), List.of(new Busy()));

        assertRefused(() -> busy.delete(people.admin(), "", "Spaces-2"), "It is busy.");
        assertThat(names("worker_pool", "Spaces-2")).hasSize(1);
        assertThat(new SpaceAddresses(people.database).byId("Spaces-2")).isPresent();
    }

    private static final class Busy implements SpaceContents {
        @Override
        public void clear(Tx tx, String space) {
            throw new AssertionError("nothing is deleted");
        }

        @Override
        public List<String> obstacles(View view, String space) {
            return List.of("It is busy.");
        }
    }

    @Test
    void theDefaultSpaceStays() {
        stop("Spaces-1");

        assertRefused(() -> spaces.delete(people.admin(), "", "Spaces-1"), "default space");
        assertThat(new SpaceAddresses(people.database).defaultSpace()).contains("Spaces-1");
    }

    @Test
    void addressesNameASpaceByIdOrSlugInAnyLetterCase() {
        create("{\"Name\": \"Web shop\", \"SpaceManagersTeamMembers\": [\"Users-2\"]}");
        var addresses = new SpaceAddresses(people.database);

        assertThat(addresses.byId("sPaces-2")).contains("Spaces-2");
        assertThat(addresses.byId("web-shop")).isEmpty();
        assertThat(addresses.byIdOrSlug("Web-Shop")).contains("Spaces-2");
        assertThat(addresses.byIdOrSlug("nowhere")).isEmpty();
    }

    private Stored<Space> create(String body) {
        return spaces.create(people.admin(), "", json(body));
    }

    private void stop(String id) {
        ObjectNode stopped = spaces.present(spaces.get(people.admin(), "", id));
        stopped.put("TaskQueueStopped", true);
        spaces.update(people.admin(), "", id, stopped);
    }

    private List<String> names(String table, String space) {
        return people.database.read(
                view -> view.query("select name from " + table + " where space_id = :space order by name")
                        .bind("space", space)
                        .mapTo(String.class)
                        .list());
    }

    private List<String> events(String document) {
        return people.database.read(
                view -> view.query("select category from event where id in (select event_id from event_regards"
                                + " where document = :document) order by number")
                        .bind("document", document.toLowerCase(Locale.ROOT))
                        .mapTo(String.class)
                        .list());
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(String.join(" ", problem.errors())).contains(why));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }
}

package tako.server.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.server.people.People;
import tako.server.people.user.User;
import tako.server.settings.server.SystemUser;
import tools.jackson.databind.node.ObjectNode;

/** Who is in which team, on every database. */
abstract class MembershipsContract {
    private static final String EVERYONE = "teams-everyone";

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private People people;
    private Memberships memberships;
    private String ann;
    private String bob;
    private String stakeholders;
    private String testers;

    abstract FreshDatabase fresh();

    /** Users-1 is the administrator, Users-2 the guest. */
    @BeforeEach
    void prepare() {
        people = new People(fresh.database()).started();
        memberships = new Memberships(people.users, people.teams);
        ann = user("ann", true);
        bob = user("bob", false);
        stakeholders = team("Stakeholders", ann, bob);
        testers = team("Testers", ann, "Users-1");
    }

    @Test
    void whoIsListedIsAMemberInAnyLetterCase() {
        assertThat(isMember(ann, stakeholders)).isTrue();
        assertThat(isMember(ann.toUpperCase(Locale.ROOT), stakeholders.toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(isMember("Users-1", stakeholders)).isFalse();
    }

    @Test
    @Tag("rule:interruption.everyone-means-active-users")
    void everyActiveUserIsInEveryone() {
        assertThat(isMember("Users-2", EVERYONE)).isTrue();
        assertThat(isMember(bob, EVERYONE)).isFalse();
        assertThat(isMember("Users-99", EVERYONE)).isFalse();
        assertThat(isMember(SystemUser.ID, EVERYONE)).isFalse();
        assertThat(usernames(List.of(testers, EVERYONE))).containsExactly("admin", "ann", "gil");
    }

    @Test
    @Tag("rule:interruption.only-active-members-count")
    void whoIsNotActiveIsInNoTeam() {
        assertThat(isMember(bob, stakeholders)).isFalse();
        assertThat(usernames(List.of(stakeholders))).containsExactly("ann");
    }

    @Test
    @Tag("rule:mail.members-of-teams-once")
    void membersOfSeveralTeamsAreNamedOnce() {
        assertThat(usernames(List.of(stakeholders, testers))).containsExactly("admin", "ann");
        assertThat(isMemberOfAny("Users-1", List.of(stakeholders, testers))).isTrue();
        assertThat(members(List.of(stakeholders)))
                .containsExactly(new Memberships.Member(ann, "ann", "ann in person", "ann@example.org"));
    }

    @Test
    void noTeamAndATeamThatIsGoneHaveNoMembers() {
        assertThat(usernames(List.of())).isEmpty();
        assertThat(usernames(List.of("Teams-99"))).isEmpty();
        assertThat(isMember(ann, "Teams-99")).isFalse();
        assertThat(isMemberOfAny(ann, List.of())).isFalse();
    }

    @Test
    void theNamesOfTeamsLeaveOutThoseThatAreGone() {
        assertThat(names(List.of(testers, "Teams-99", EVERYONE)))
                .isEqualTo(Map.of(testers, "Testers", EVERYONE, "Everyone"));
        assertThat(names(List.of())).isEmpty();
    }

    private boolean isMember(String user, String team) {
        return people.database.read(view -> memberships.isMember(view, user, team));
    }

    private boolean isMemberOfAny(String user, List<String> teams) {
        return people.database.read(view -> memberships.isMemberOfAny(view, user, teams));
    }

    private List<Memberships.Member> members(List<String> teams) {
        return people.database.read(view -> memberships.activeMembers(view, teams));
    }

    private List<String> usernames(List<String> teams) {
        return members(teams).stream().map(Memberships.Member::username).toList();
    }

    private Map<String, String> names(List<String> teams) {
        return people.database.read(view -> memberships.names(view, teams));
    }

    private String user(String name, boolean active) {
        var user = new User("", name, name + " in person", name + "@example.org", active, false, List.of(), Map.of());
        return people.database.write(
                tx -> people.users.insert(tx, SystemUser.PRINCIPAL, user).id());
    }

    private String team(String name, String... members) {
        ObjectNode team = people.engine.mapper().createObjectNode().put("Name", name);
        List.of(members).forEach(team.putArray("MemberUserIds")::add);
        return people.database.write(tx -> people.teams
                .documents()
                .insert(tx, SystemUser.PRINCIPAL, "", team.deepCopy())
                .id());
    }
}

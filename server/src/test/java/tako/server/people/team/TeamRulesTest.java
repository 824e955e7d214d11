package tako.server.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamRulesTest {
    private static final Team EVERYONE = BuiltInTeam.EVERYONE.team();
    private static final Team MANAGERS = BuiltInTeam.MANAGERS.team();
    private static final Team OWN = team("Testers", "Spaces-1", Team.OWN);

    @Test
    void builtInTeamsKeepTheirNamesAndStay() {
        for (BuiltInTeam builtIn : BuiltInTeam.values()) {
            Team team = builtIn.team();

            assertThat(TeamRules.changeProblems(team, team)).isEmpty();
            assertThat(TeamRules.changeProblems(team, team("Other", "", team.allowed())))
                    .singleElement()
                    .asString()
                    .startsWith("Name: ");
            assertThat(TeamRules.deletionProblem(team)).isPresent();
        }
    }

    @Test
    void onlyTheMembersOfEveryoneAreFixed() {
        assertThat(TeamRules.changeProblems(EVERYONE, withMember(EVERYONE)))
                .singleElement()
                .asString()
                .startsWith("MemberUserIds: ");
        assertThat(TeamRules.changeProblems(MANAGERS, withMember(MANAGERS))).isEmpty();
        Team ofSpace = BuiltInTeam.managersOf("Spaces-1", List.of());
        assertThat(TeamRules.changeProblems(ofSpace, withMember(ofSpace))).isEmpty();
    }

    @Test
    void aTeamSomebodyMadeIsChangedAndDeletedFreelyButNotMoved() {
        assertThat(TeamRules.changeProblems(OWN, withMember(team("Approvers", "Spaces-1", Team.OWN))))
                .isEmpty();
        assertThat(TeamRules.deletionProblem(OWN)).isEmpty();
        assertThat(TeamRules.moveProblem(OWN, team("Testers", "spaces-1", Team.OWN)))
                .isEmpty();
        assertThat(TeamRules.moveProblem(OWN, team("Testers", "", Team.OWN))).isEmpty();
        assertThat(TeamRules.moveProblem(OWN, team("Testers", "Spaces-2", Team.OWN)))
                .isPresent();
    }

    @Test
    void aMemberIsListedOnce() {
        Team team = members(OWN, List.of("Users-1", "users-1", "Users-2"));

        assertThat(team.memberUserIds()).containsExactly("Users-1", "Users-2");
    }

    private static Team withMember(Team team) {
        return members(team, List.of("Users-1"));
    }

    private static Team team(String name, String space, Team.Allowed allowed) {
        return new Team(
                "",
                name,
                "",
                "",
                space,
                List.of(),
                List.of(),
                allowed.deleting(),
                allowed.renaming(),
                allowed.roles(),
                allowed.members(),
                Map.of());
    }

    private static Team members(Team team, List<String> members) {
        return new Team(
                team.id(),
                team.name(),
                team.slug(),
                team.description(),
                team.spaceId(),
                members,
                List.of(),
                team.canBeDeleted(),
                team.canBeRenamed(),
                team.canChangeRoles(),
                team.canChangeMembers(),
                Map.of());
    }
}

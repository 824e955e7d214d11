package tako.server.people.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold for teams. */
final class TeamRules {
    private TeamRules() {}

    /** What stands against a change, each a sentence: built-in teams keep their names, and "Everyone" its members. */
    static List<String> changeProblems(Team before, Team after) {
        var problems = new ArrayList<String>();
        if (!before.canBeRenamed() && !before.name().equals(after.name().strip())) {
            problems.add("Name: the team '" + before.name()
                    + "' is built in and keeps its name. Make a team of your own" + " if you need another name.");
        }
        if (!before.canChangeMembers() && changesMembers(before, after)) {
            problems.add("MemberUserIds: nobody can be added to the team '" + before.name()
                    + "' or removed from it. Make a team of your own if you need other members.");
        }
        return problems;
    }

    /** Why a team is not put into another space. */
    static Optional<String> moveProblem(Team before, Team asked) {
        return asked.space().isEmpty() || asked.space().equalsIgnoreCase(before.space())
                ? Optional.empty()
                : Optional.of("SpaceId: a team stays where it was made. Make another team in " + asked.space() + ".");
    }

    /** Why a team cannot be deleted, whoever uses it. */
    static Optional<String> deletionProblem(Team team) {
        return team.canBeDeleted()
                ? Optional.empty()
                : Optional.of("The team '" + team.name() + "' is built in and cannot be deleted.");
    }

    private static boolean changesMembers(Team before, Team after) {
        return !before.memberUserIds().equals(after.memberUserIds())
                || !before.externalSecurityGroups().equals(after.externalSecurityGroups());
    }
}

package tako.server.delivery.interruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.people.team.BuiltInTeam;

/** Who may take responsibility for a question and answer it, and the sentence for those who may not. */
final class Responsibility {
    private static final int FEW = 5;
    private static final String EVERYONE = BuiltInTeam.EVERYONE.id();

    private Responsibility() {}

    /**
     * Somebody who would like to.
     *
     * @param active whether their account is there and not disabled
     * @param submitsAll whether they hold the permission to answer every question of the space
     * @param teams lower-case ids of the teams they are in
     */
    record Candidate(boolean active, boolean submitsAll, Set<String> teams) {}

    /**
     * A team whose members may answer.
     *
     * @param name as people know it; its id once it is gone
     * @param exists whether it is still there
     * @param members the display names of those whose accounts are active; of "Everyone" none
     */
    record Team(String id, String name, boolean exists, List<String> members) {
        boolean isEveryone() {
            return id.equalsIgnoreCase(EVERYONE);
        }

        boolean isEmpty() {
            return !isEveryone() && members.isEmpty();
        }
    }

    /**
     * Whether somebody may answer.
     *
     * @param responsible ids of the responsible teams; where there are none, only holders of the permission may
     */
    static boolean may(Candidate who, List<String> responsible) {
        if (!who.active()) {
            return false;
        }
        return who.submitsAll()
                || responsible.stream()
                        .map(team -> team.toLowerCase(Locale.ROOT))
                        .anyMatch(team -> team.equals(EVERYONE) || who.teams().contains(team));
    }

    /** Why somebody may not: one sentence that names who may. */
    static String refusal(List<Team> responsible) {
        if (responsible.isEmpty()) {
            return "Only administrators may answer this intervention, because its step names no responsible teams.";
        }
        return "Only members of "
                + joined(responsible.stream().map(Responsibility::named).toList())
                + ", or administrators, may answer this intervention.";
    }

    /** What is to be known when none of the responsible teams has anybody who could answer. */
    static Optional<String> unanswerable(List<Team> responsible) {
        if (responsible.isEmpty() || !responsible.stream().allMatch(Team::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of("Nobody who could answer is in "
                + joined(responsible.stream().map(Responsibility::named).toList())
                + ". Add a member, or let an administrator answer.");
    }

    private static String named(Team team) {
        if (!team.exists()) {
            return team.name() + " (which is gone)";
        }
        if (team.members().isEmpty() || team.members().size() > FEW) {
            return team.name();
        }
        return team.name() + " (" + String.join(", ", team.members()) + ")";
    }

    private static String joined(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        List<String> parts = new ArrayList<>(names);
        String last = parts.removeLast();
        return Stream.of(parts.stream().collect(Collectors.joining(", ")), last).collect(Collectors.joining(" or "));
    }
}

package tako.server.delivery.interruption;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.people.team.Team;
import tako.server.people.team.Teams;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;
import tako.server.settings.server.SystemUser;
import tako.server.settings.space.SpaceChoice;

/** What users and teams are now, as far as it says who may answer: a change of either counts at once. */
public final class ResponsiblePeople {
    private final Teams teams;
    private final Users users;

    public ResponsiblePeople(Teams teams, Users users) {
        this.teams = teams;
        this.users = users;
    }

    /** The users. */
    Users users() {
        return users;
    }

    /**
     * Somebody who would like to answer a question of a space: teams of other spaces do not count, however the step names them.
     *
     * @param submitsAll whether they hold the permission to answer every question of the space
     */
    Responsibility.Candidate candidate(View view, Principal who, String space, boolean submitsAll) {
        if (who.userId().equals(SystemUser.ID)) {
            return new Responsibility.Candidate(true, submitsAll, Set.of());
        }
        boolean active = users.documents()
                .byId(view, "", who.userId())
                .filter(user -> user.value().isActive())
                .isPresent();
        Set<String> in = teams.of(view, who.userId(), new SpaceChoice(List.of(space), true)).stream()
                .map(team -> lower(team.id()))
                .collect(Collectors.toSet());
        return new Responsibility.Candidate(active, submitsAll, in);
    }

    /** These teams with their active members, in this order; a team of another space is none. */
    List<Responsibility.Team> teams(View view, String space, List<String> ids) {
        Map<String, Stored<Team>> found = teamsById(view, space, ids);
        List<String> memberIds = found.values().stream()
                .flatMap(team -> team.value().memberUserIds().stream())
                .distinct()
                .toList();
        Map<String, User> members = usersById(view, memberIds);
        return ids.stream()
                .distinct()
                .map(id -> Optional.ofNullable(found.get(lower(id)))
                        .map(team -> team(team, members))
                        .orElse(new Responsibility.Team(id, id, false, List.of())))
                .toList();
    }

    /** Who acts, as they are now. */
    Decision.Person person(View view, Principal who) {
        return person(view, who.userId());
    }

    /** A user, as they are now; by the id alone once the account is gone. */
    Decision.Person person(View view, String userId) {
        return users.documents()
                .byId(view, "", userId)
                .map(Stored::value)
                .map(user -> new Decision.Person(user.id(), user.username(), user.displayName(), user.emailAddress()))
                .orElseGet(() -> absent(userId));
    }

    private static Decision.Person absent(String userId) {
        String name = userId.equals(SystemUser.ID) ? SystemUser.PRINCIPAL.username() : userId;
        return new Decision.Person(userId, name, name, "");
    }

    private static Responsibility.Team team(Stored<Team> team, Map<String, User> members) {
        List<String> names = team.value().memberUserIds().stream()
                .flatMap(id -> Optional.ofNullable(members.get(lower(id))).stream())
                .filter(User::isActive)
                .map(User::displayName)
                .toList();
        return new Responsibility.Team(team.id(), team.value().name(), true, names);
    }

    private Map<String, Stored<Team>> teamsById(View view, String space, List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : teams.documents().list(view, "", ListQuery.ALL.withIds(ids)).items().stream()
                        .filter(team -> isVisible(team, space))
                        .collect(Collectors.toMap(team -> lower(team.id()), Function.identity()));
    }

    /** Whether a team is of the space or of the system. */
    static boolean isVisible(Stored<Team> team, String space) {
        return Optional.ofNullable(team.value().spaceId())
                .filter(own -> !own.equalsIgnoreCase(space))
                .isEmpty();
    }

    private Map<String, User> usersById(View view, List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : users.documents().list(view, "", ListQuery.ALL.withIds(ids)).items().stream()
                        .collect(Collectors.toMap(user -> lower(user.id()), Stored::value));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}

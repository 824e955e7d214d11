package tako.server.people.team;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/**
 * Who is in which team, for features that ask a team for something: an answer, or where to send a mail. Only active users count, and
 * every one of them is in "Everyone". A team that is gone has no members. The number of statements does not grow with teams or members.
 */
public final class Memberships {
    private final Users users;
    private final Teams teams;

    public Memberships(Users users, Teams teams) {
        this.users = users;
        this.teams = teams;
    }

    /**
     * A member of a team.
     *
     * @param emailAddress "" for none
     */
    public record Member(String id, String username, String displayName, String emailAddress) {}

    /** Whether an active user is in a team; ids in any letter case. */
    public boolean isMember(View view, String userId, String teamId) {
        return isMemberOfAny(view, userId, List.of(teamId));
    }

    /** Whether an active user is in at least one of some teams; in none when there are none. */
    public boolean isMemberOfAny(View view, String userId, Collection<String> teamIds) {
        return !teamIds.isEmpty() && isActive(view, userId) && (isEveryone(teamIds) || isListed(view, userId, teamIds));
    }

    /** The active users who are in at least one of some teams, each once, by user name. */
    public List<Member> activeMembers(View view, Collection<String> teamIds) {
        ListQuery active = ListQuery.ALL.withScope(Users.ACTIVE, List.of(Users.IS_ACTIVE));
        if (isEveryone(teamIds)) {
            return members(view, active);
        }
        List<String> listed = teamIds.isEmpty() ? List.of() : listed(view, teamIds);
        return listed.isEmpty() ? List.of() : members(view, active.withIds(listed));
    }

    /** The names of some teams by their ids as the server writes them; those that are gone are left out. */
    public Map<String, String> names(View view, Collection<String> teamIds) {
        if (teamIds.isEmpty()) {
            return Map.of();
        }
        return teams.documents().list(view, "", ListQuery.ALL.withIds(List.copyOf(teamIds))).items().stream()
                .collect(Collectors.toMap(Stored::id, team -> team.value().name()));
    }

    private List<Member> members(View view, ListQuery query) {
        return users.documents().list(view, "", query).items().stream()
                .map(Memberships::member)
                .toList();
    }

    private static Member member(Stored<User> stored) {
        User user = stored.value();
        return new Member(stored.id(), user.username(), user.displayName(), user.emailAddress());
    }

    private static boolean isActive(View view, String userId) {
        return view.query("select count(*) from scope where source = :user and dimension = :active and value = :yes")
                        .bind("user", key(userId))
                        .bind("active", Users.ACTIVE)
                        .bind("yes", Users.IS_ACTIVE)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static boolean isListed(View view, String userId, Collection<String> teamIds) {
        return view.query(
                                "select count(*) from scope where dimension = :member and value = :user and source in (<teams>)")
                        .bind("member", Teams.MEMBER)
                        .bind("user", key(userId))
                        .bindList("teams", keys(teamIds))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static List<String> listed(View view, Collection<String> teamIds) {
        return view.query("select distinct value from scope where dimension = :member and source in (<teams>)")
                .bind("member", Teams.MEMBER)
                .bindList("teams", keys(teamIds))
                .mapTo(String.class)
                .list();
    }

    private static boolean isEveryone(Collection<String> teamIds) {
        return teamIds.stream().anyMatch(BuiltInTeam.EVERYONE.id()::equalsIgnoreCase);
    }

    private static List<String> keys(Collection<String> ids) {
        return ids.stream().map(Memberships::key).toList();
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}

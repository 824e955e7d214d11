package tako.server.people.team;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.people.user.User;
import tako.server.people.user.UserTies;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/** What teams are to a user: the last administrator must stay one, and whoever is deleted leaves every team. */
public final class TeamTies implements UserTies {
    private final Teams teams;
    private final SpaceManagerMembers managers;

    public TeamTies(Engine engine, Teams teams) {
        this.teams = teams;
        this.managers = new SpaceManagerMembers(engine);
    }

    @Override
    public Optional<String> obstacle(View view, Stored<User> user) {
        return teams.documents()
                .byId(view, "", BuiltInTeam.ADMINISTRATORS.id())
                .map(team -> team.value().memberUserIds())
                .filter(members -> contains(members, user))
                .flatMap(members -> Administrators.problem(view, members, without(members, user)));
    }

    @Override
    public void release(Tx tx, Principal who, Stored<User> user) {
        var ofUser = ListQuery.ALL.withScope(Teams.MEMBER, List.of(user.id()));
        for (Stored<Team> team : teams.documents().list(tx, "", ofUser).items()) {
            List<String> left = without(team.value().memberUserIds(), user);
            managers.follow(tx, who, teams.saveMembers(tx, who, team, left).value());
        }
    }

    private static boolean contains(List<String> members, Stored<User> user) {
        return members.stream().anyMatch(user.id()::equalsIgnoreCase);
    }

    private static List<String> without(List<String> members, Stored<User> user) {
        return members.stream().filter(id -> !user.id().equalsIgnoreCase(id)).toList();
    }
}

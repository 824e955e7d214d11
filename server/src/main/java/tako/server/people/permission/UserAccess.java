package tako.server.people.permission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.people.permission.UserPermissionSet.Restriction;
import tako.server.people.permission.UserPermissionSet.TeamOfUser;
import tako.server.people.team.Team;
import tako.server.people.team.Teams;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tako.server.settings.space.Space;
import tako.server.settings.space.SpaceChoice;
import tako.server.settings.space.Spaces;
import tools.jackson.databind.node.ObjectNode;

/** What a user may do and enter. Everybody may ask this of themselves. */
public final class UserAccess {
    private static final String VIEW_USERS = "UserView";

    private final Engine engine;
    private final Users users;
    private final Teams teams;
    private final Spaces spaces;
    private final PermissionNames names = PermissionNames.load();

    public UserAccess(Engine engine, Users users, Teams teams, Spaces spaces) {
        this.engine = engine;
        this.users = users;
        this.teams = teams;
        this.spaces = spaces;
    }

    /** Every permission that there is, by its name; whoever is signed in may know. */
    public Map<String, PermissionNames.Described> permissions() {
        return names.described();
    }

    /** The spaces a user may enter, by name. */
    public List<ObjectNode> spaces(Principal principal, String idOrMe) {
        Stored<User> user = users.selfOr(principal, VIEW_USERS, idOrMe);
        return engine.database().read(view -> enterable(view, user.id())).stream()
                .map(spaces::present)
                .toList();
    }

    /** The teams a user is in. */
    public List<ObjectNode> teams(Principal principal, String idOrMe, SpaceChoice choice) {
        Stored<User> user = users.selfOr(principal, VIEW_USERS, idOrMe);
        return teams.present(engine.database().read(view -> teams.of(view, user.id(), choice)));
    }

    /** What a user may do in the chosen spaces, and to the system if that is chosen too. */
    public UserPermissionSet permissions(Principal principal, String idOrMe, SpaceChoice choice) {
        Stored<User> user = users.selfOr(principal, VIEW_USERS, idOrMe);
        return engine.database().read(view -> permissions(view, user.id(), choice));
    }

    private UserPermissionSet permissions(View view, String userId, SpaceChoice choice) {
        Holder holder = PermissionCheck.person(view, userId);
        List<String> chosen = chosen(enterable(view, userId), choice);
        Map<String, List<Restriction>> inSpaces = new LinkedHashMap<>();
        for (String permission : names.inSpaces()) {
            List<Restriction> held = chosen.stream()
                    .filter(space -> PermissionRules.holds(holder, permission, space))
                    .map(Restriction::none)
                    .toList();
            if (!held.isEmpty()) {
                inSpaces.put(permission, held);
            }
        }
        List<String> ofSystem = names.ofSystem().stream()
                .filter(permission -> choice.system() && PermissionRules.holds(holder, permission, ""))
                .toList();
        return new UserPermissionSet(
                "userpermissions-" + userId,
                inSpaces,
                ofSystem,
                teams.of(view, userId, choice).stream().map(UserAccess::shown).toList(),
                true,
                true,
                Map.of("Self", "/api/users/" + userId + "/permissions"));
    }

    private List<Stored<Space>> enterable(View view, String userId) {
        Holder holder = PermissionCheck.person(view, userId);
        return spaces.all(view).stream()
                .filter(space -> PermissionRules.holds(holder, "SpaceView", space.id()))
                .toList();
    }

    private static List<String> chosen(List<Stored<Space>> spaces, SpaceChoice choice) {
        Set<String> asked = choice.spaces().stream()
                .map(space -> space.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return spaces.stream()
                .map(Stored::id)
                .filter(id -> asked.isEmpty() || asked.contains(id.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static TeamOfUser shown(Stored<Team> team) {
        return new TeamOfUser(team.id(), team.value().name(), team.value().spaceId(), true, List.of());
    }
}

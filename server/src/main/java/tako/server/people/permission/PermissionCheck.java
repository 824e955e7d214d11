package tako.server.people.permission;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tako.platform.database.Database;
import tako.platform.database.View;
import tako.platform.http.Access;
import tako.platform.http.AccessCheck;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.people.team.Teams;
import tako.server.people.user.Users;
import tako.server.resource.Permissions;
import tako.server.settings.server.SystemUser;

/**
 * The one permission function: every service asks it, and the gate before them. It reads who is active and in which team each time, so that
 * a change takes effect with the next request, on every node.
 */
public final class PermissionCheck implements Permissions, AccessCheck {
    private final Database database;

    public PermissionCheck(Database database) {
        this.database = database;
    }

    @Override
    public void require(Principal principal, String permission, String space) {
        if (!holds(principal, permission, space)) {
            throw Problem.forbidden(PermissionRules.refusal(permission, space));
        }
    }

    @Override
    public void require(Principal principal, Access access, String space) {
        switch (access) {
            case Access.Anonymous ignored -> {}
            case Access.SignedIn ignored -> {}
            case Access.Needs needs -> require(principal, needs.permission(), space);
        }
    }

    @Override
    public boolean holds(Principal principal, String permission, String space) {
        Holder holder = principal.userId().equals(SystemUser.ID)
                ? new Holder.Server()
                : database.read(view -> person(view, principal.userId()));
        return PermissionRules.holds(holder, permission, space);
    }

    /** What a user holds permissions by. */
    static Holder.Person person(View view, String userId) {
        List<Found> found = view.query("""
                        select dimension, source from scope where dimension = :member and value = :user
                        union all
                        select dimension, source from scope where source = :user and dimension = :active""")
                .bind("member", Teams.MEMBER)
                .bind("active", Users.ACTIVE)
                .bind("user", userId.toLowerCase(Locale.ROOT))
                .mapTo(Found.class)
                .list();
        return new Holder.Person(
                found.stream().anyMatch(row -> row.dimension().equals(Users.ACTIVE)),
                found.stream()
                        .filter(row -> row.dimension().equals(Teams.MEMBER))
                        .map(Found::source)
                        .collect(Collectors.toSet()));
    }

    /** A team that has the user as a member, or the user as an active one. */
    private record Found(String dimension, String source) {}
}

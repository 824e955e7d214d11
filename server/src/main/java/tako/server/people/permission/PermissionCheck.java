package tako.server.people.permission;

import java.util.HashSet;
import java.util.Locale;
import tako.platform.database.Database;
import tako.platform.database.View;
import tako.platform.http.Access;
import tako.platform.http.AccessCheck;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.people.team.Teams;
import tako.server.resource.Permissions;
import tako.server.settings.server.SystemUser;

/**
 * The one permission function: every service asks it, and the gate before them. It reads who is in which team each time, so that
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
                ? Holder.SERVER
                : database.read(view -> holder(view, principal.userId()));
        return PermissionRules.holds(holder, permission, space);
    }

    /** What a user holds permissions by. */
    static Holder holder(View view, String userId) {
        return new Holder(
                false,
                new HashSet<>(view.query("select source from scope where dimension = :dimension and value = :user")
                        .bind("dimension", Teams.MEMBER)
                        .bind("user", userId.toLowerCase(Locale.ROOT))
                        .mapTo(String.class)
                        .list()));
    }
}

package tako.server.people.permission;

import java.util.Set;
import tako.server.people.team.BuiltInTeam;

/**
 * Who holds which permission, as long as teams have no roles: the server and active administrators hold all, every other active user
 * those that only let one read, in every space and of the system. Being in a responsible team gives none: who asks a team a question
 * asks who is in it.
 */
final class PermissionRules {
    private static final Set<String> READING = PermissionNames.load().reading();

    private PermissionRules() {}

    /** Whether a permission is held in a space, "" for the system. */
    static boolean holds(Holder holder, String permission, String space) {
        return switch (holder) {
            case Holder.Server server -> true;
            case Holder.Person person -> person.isActive() && (isAdministrator(person) || READING.contains(permission));
        };
    }

    private static boolean isAdministrator(Holder.Person person) {
        return person.teams().contains(BuiltInTeam.ADMINISTRATORS.id());
    }

    /** Why somebody may not, and what to do about it. */
    static String refusal(String permission, String space) {
        String where = space.isEmpty() ? "" : " in " + space;
        return "You need the permission " + permission + where + " to do this. Ask an administrator for it."
                + " Missing permission: " + permission;
    }
}

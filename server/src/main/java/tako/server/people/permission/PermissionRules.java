package tako.server.people.permission;

import tako.server.people.team.BuiltInTeam;

/** Who holds which permission: the server and administrators hold all, nobody else holds any yet. */
final class PermissionRules {
    private PermissionRules() {}

    /** Whether a permission is held in a space, "" for the system. */
    static boolean holds(Holder holder, String permission, String space) {
        return holder.isServer() || holder.teams().contains(BuiltInTeam.ADMINISTRATORS.id());
    }

    /** Why somebody may not, and what to do about it. */
    static String refusal(String permission, String space) {
        String where = space.isEmpty() ? "" : " in " + space;
        return "You need the permission " + permission + where + " to do this. Ask an administrator for it."
                + " Missing permission: " + permission;
    }
}

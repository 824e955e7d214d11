package tako.server.projects.variable;

import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Permissions;

/**
 * What somebody may see in a space besides variables.
 *
 * @param credentials certificates and accounts
 */
record Sight(String space, boolean librarySets, boolean processes, boolean targets, boolean credentials) {
    static Sight of(Permissions permissions, Principal principal, String space) {
        return new Sight(
                space,
                may(permissions, principal, "LibraryVariableSetView", space),
                may(permissions, principal, "ProcessView", space),
                may(permissions, principal, "MachineView", space),
                may(permissions, principal, "CertificateView", space)
                        && may(permissions, principal, "AccountView", space));
    }

    private static boolean may(Permissions permissions, Principal principal, String permission, String space) {
        try {
            permissions.require(principal, permission, space);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }
}

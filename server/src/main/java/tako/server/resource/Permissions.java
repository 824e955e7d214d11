package tako.server.resource;

import tako.platform.http.Principal;
import tako.platform.http.Problem;

/** The one permission function every service method asks. */
public interface Permissions {
    /**
     * Returns if the principal holds the permission in the space ("" for the server), be it in some environments only.
     *
     * @throws Problem 403 naming the permission
     */
    void require(Principal principal, String permission, String space);

    /** Whether the principal holds the permission in the space ("" for the server). */
    default boolean holds(Principal principal, String permission, String space) {
        try {
            require(principal, permission, space);
            return true;
        } catch (Problem refused) {
            if (refused.status() != 403) {
                throw refused;
            }
            return false;
        }
    }

    /** In which environments of the space the principal holds a permission that {@link #require} grants. */
    default EnvironmentReach environments(Principal principal, String permission, String space) {
        return EnvironmentReach.EVERYWHERE;
    }
}

package tako.server.resource;

import tako.platform.http.Principal;

/** The one permission function every service method asks. */
public interface Permissions {
    /**
     * Returns if the principal holds the permission in the space ("" for the server).
     *
     * @throws tako.platform.http.Problem 403 naming the permission
     */
    void require(Principal principal, String permission, String space);
}

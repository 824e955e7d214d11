package tako.platform.http;

/** The gate's question whether a route is open to somebody at all; the check that counts is the service's. */
public interface AccessCheck {
    /**
     * Returns if the principal may call a route.
     *
     * @param principal somebody who is signed in
     * @param space the space of the request, "" for the system or all spaces
     * @throws Problem 403 naming the permission
     */
    void require(Principal principal, Access access, String space);
}

package tako.server.people.permission;

import java.util.Set;

/**
 * Whose permission is asked for. The roles of the teams join here when teams have any.
 *
 * @param isServer whether it is the server itself
 * @param teams the lower-case ids of the teams the user is in
 */
record Holder(boolean isServer, Set<String> teams) {
    /** The server. */
    static final Holder SERVER = new Holder(true, Set.of());
}

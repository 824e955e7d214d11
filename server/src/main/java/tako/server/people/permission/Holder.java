package tako.server.people.permission;

import java.util.Set;

/** Whose permission is asked for. */
sealed interface Holder {
    /** The server itself. */
    record Server() implements Holder {}

    /**
     * A user. The roles of the teams join here when teams have any.
     *
     * @param isActive whether it may sign in; who was deleted may not
     * @param teams the lower-case ids of the teams the user is in
     */
    record Person(boolean isActive, Set<String> teams) implements Holder {}
}

package tako.server.people.user;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.resource.Stored;

/** What hangs on a user: features above users provide it, joined where the program is wired. */
public interface UserTies {
    /** Why a user must stay active, as a sentence with the way out; empty when nothing stands against it. */
    default Optional<String> obstacle(View view, Stored<User> user) {
        return Optional.empty();
    }

    /** Whoever is signed in as the user is no longer. */
    default void signOut(Tx tx, Stored<User> user) {}

    /** The user is about to be deleted; what hangs on it goes first. */
    default void release(Tx tx, Principal who, Stored<User> user) {}

    /** The first reason why a user must stay active. */
    static Optional<String> obstacle(List<UserTies> ties, View view, Stored<User> user) {
        return ties.stream().flatMap(tie -> tie.obstacle(view, user).stream()).findFirst();
    }
}

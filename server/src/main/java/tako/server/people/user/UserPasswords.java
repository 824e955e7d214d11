package tako.server.people.user;

import java.time.Instant;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The rows of users' passwords. Hashing is the caller's, outside of transactions. */
public final class UserPasswords {
    /** The hash of a user's password; none for a user without one. */
    public Optional<String> hash(View view, String userId) {
        return view.query("select hash from user_password where user_id = :user")
                .bind("user", userId)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Gives a user a password.
     *
     * @param hash as {@link tako.platform.secret.Passwords#hash} makes it
     */
    public void put(Tx tx, String userId, String hash, Instant now) {
        remove(tx, userId);
        tx.update("insert into user_password (user_id, hash, changed_at) values (:user, :hash, :now)")
                .bind("user", userId)
                .bind("hash", hash)
                .bind("now", now)
                .execute();
    }

    /** Takes a user's password away. */
    void remove(Tx tx, String userId) {
        tx.update("delete from user_password where user_id = :user")
                .bind("user", userId)
                .execute();
    }
}

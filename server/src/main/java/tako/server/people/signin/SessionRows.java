package tako.server.people.signin;

import java.time.Instant;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The rows of sessions: each as the digest of its token, which is looked up at every request. */
final class SessionRows {
    Optional<Session> byDigest(View view, String digest) {
        return view.query("select * from user_session where digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> new Session(
                        row.getString("user_id"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("used_at")),
                        row.getInt("remembered") == 1))
                .findOne();
    }

    void insert(Tx tx, String digest, Session session) {
        tx.update("""
                        insert into user_session (digest, user_id, created_at, used_at, remembered)
                        values (:digest, :user, :created, :used, :remembered)""")
                .bind("digest", digest)
                .bind("user", session.userId())
                .bind("created", session.created())
                .bind("used", session.used())
                .bind("remembered", session.remembered() ? 1 : 0)
                .execute();
    }

    void delete(Tx tx, String digest) {
        tx.update("delete from user_session where digest = :digest")
                .bind("digest", digest)
                .execute();
    }

    void deleteOf(Tx tx, String userId) {
        tx.update("delete from user_session where user_id = :user")
                .bind("user", userId)
                .execute();
    }

    /** Deletes sessions that nobody used for so long that none of them can be valid. */
    void deleteUnusedSince(Tx tx, Instant then) {
        tx.update("delete from user_session where used_at < :then")
                .bind("then", then)
                .execute();
    }

    /** Writes that a session was used, unless somebody else wrote that since. */
    void touch(Tx tx, String digest, Instant now, Instant notSince) {
        tx.update("update user_session set used_at = :now where digest = :digest and used_at <= :notSince")
                .bind("now", now)
                .bind("digest", digest)
                .bind("notSince", notSince)
                .execute();
    }
}

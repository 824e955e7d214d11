package tako.server.people.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.secret.Secret;
import tako.platform.secret.Tokens;

/** The rows of one-time tokens: each as the digest of its text, valid once and for a day. */
final class SetupTokens {
    /** How long a token can be used. */
    static final Duration LIFE = Duration.ofHours(24);

    /** What a token is worth. */
    sealed interface Worth {}

    /** It sets the password of this user. */
    record Good(String userId) implements Worth {}

    /** It was used. */
    record Used() implements Worth {}

    /** Its time is over. */
    record Expired() implements Worth {}

    /** Nobody gave it out, or a newer one replaced it. */
    record Unknown() implements Worth {}

    private record Row(String userId, long expiresAt, long usedAt) {}

    /** Gives out a token; those given out before are void. */
    void replace(Tx tx, Secret token, String userId, Instant now) {
        tx.update("delete from setup_token where user_id = :user")
                .bind("user", userId)
                .execute();
        tx.update("insert into setup_token (digest, user_id, expires_at, used_at) values (:digest, :user, :expires, 0)")
                .bind("digest", Tokens.digest(token.reveal()))
                .bind("user", userId)
                .bind("expires", now.plus(LIFE))
                .execute();
    }

    Worth worth(View view, Secret token, Instant now) {
        Optional<Row> found = view.query("select user_id, expires_at, used_at from setup_token where digest = :digest")
                .bind("digest", Tokens.digest(token.reveal()))
                .mapTo(Row.class)
                .findOne();
        return found.map(row -> worth(row, now)).orElseGet(Unknown::new);
    }

    void use(Tx tx, Secret token, Instant now) {
        tx.update("update setup_token set used_at = :now where digest = :digest")
                .bind("now", now)
                .bind("digest", Tokens.digest(token.reveal()))
                .execute();
    }

    private static Worth worth(Row row, Instant now) {
        if (row.usedAt() != 0) {
            return new Used();
        }
        return now.toEpochMilli() < row.expiresAt() ? new Good(row.userId()) : new Expired();
    }
}

package tako.server.people.apikey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.resource.Slice;

/** The rows of API keys: each as the digest of its text, which is looked up at every use. */
final class ApiKeyRows {
    Slice<ApiKey> list(View view, String userId, int skip, int take) {
        int total = view.query("select count(*) from api_key where user_id = :user")
                .bind("user", userId)
                .mapTo(Integer.class)
                .one();
        return new Slice<>(
                view.query("select * from api_key where user_id = :user order by number desc limit :take offset :skip")
                        .bind("user", userId)
                        .bind("take", take)
                        .bind("skip", skip)
                        .map((row, context) -> read(row))
                        .list(),
                total);
    }

    Optional<ApiKey> byId(View view, String userId, String id) {
        return view.query("select * from api_key where id_key = :id and user_id = :user")
                .bind("id", key(id))
                .bind("user", userId)
                .map((row, context) -> read(row))
                .findOne();
    }

    Optional<ApiKey> byDigest(View view, String digest) {
        return view.query("select * from api_key where digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Stores a new key under the next id. */
    ApiKey insert(Tx tx, ApiKey key, String digest) {
        long number = tx.next("APIKeys");
        String id = "APIKeys-" + number;
        tx.update("""
                        insert into api_key
                        (id_key, id, number, user_id, purpose, digest, hint, created_at, expires_at, used_at)
                        values (:idKey, :id, :number, :user, :purpose, :digest, :hint, :created, :expires, 0)""")
                .bind("idKey", key(id))
                .bind("id", id)
                .bind("number", number)
                .bind("user", key.userId())
                .bind("purpose", key.purpose())
                .bind("digest", digest)
                .bind("hint", key.hint())
                .bind("created", key.created())
                .bind("expires", key.expires().map(Instant::toEpochMilli).orElse(0L))
                .execute();
        return new ApiKey(id, key.userId(), key.purpose(), key.hint(), key.created(), key.expires(), Optional.empty());
    }

    void delete(Tx tx, String id) {
        tx.update("delete from api_key where id_key = :id").bind("id", key(id)).execute();
    }

    void deleteOf(Tx tx, String userId) {
        tx.update("delete from api_key where user_id = :user")
                .bind("user", userId)
                .execute();
    }

    /** Writes that a key was used, unless somebody else wrote that since. */
    void touch(Tx tx, String id, Instant now, Instant notSince) {
        tx.update("update api_key set used_at = :now where id_key = :id and used_at <= :notSince")
                .bind("now", now)
                .bind("id", key(id))
                .bind("notSince", notSince)
                .execute();
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("purpose"),
                row.getString("hint"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row.getLong("expires_at")),
                instant(row.getLong("used_at")));
    }

    private static Optional<Instant> instant(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}

package tako.server.resource;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.digest.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Frozen copies of processes and variable sets. A copy's id holds a hash of its content, so freezing the same content again
 * gives the same copy, whatever happens to the original afterwards.
 */
public final class Snapshots {
    private static final int MARK_LENGTH = 5;
    private static final Pattern COPY = Pattern.compile("(.+)-s-\\d+-[0-9A-Za-z]{" + MARK_LENGTH + "}");
    private static final BigInteger MARKS = BigInteger.valueOf(36).pow(MARK_LENGTH);

    private final JsonMapper mapper;

    public Snapshots(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Freezes a document; the copy holds its own id in the member {@code Id}. */
    public String freeze(Tx tx, String space, String id, int version, ObjectNode document) {
        String hash = Sha256.hex(document.toString());
        Optional<String> existing = withHash(tx, id, hash);
        if (existing.isPresent()) {
            return existing.get();
        }
        String snapshot = id + "-s-" + version + "-" + mark(hash);
        ObjectNode copy = document.deepCopy();
        copy.put("Id", snapshot);
        tx.update("""
                        insert into snapshot (id_key, id, owner_id, space_id, hash, json)
                        values (:key, :id, :owner, :space, :hash, :json)""")
                .bind("key", key(snapshot))
                .bind("id", snapshot)
                .bind("owner", id)
                .bind("space", space)
                .bind("hash", hash)
                .bind("json", copy.toString())
                .execute();
        return snapshot;
    }

    /**
     * A frozen copy by an id that a client wrote.
     *
     * @param kind what ids of its kind begin with, {@code variableset-}: whoever may read one kind may not read others by their ids
     */
    public Optional<ObjectNode> ofKind(View view, String space, String kind, String snapshot) {
        return key(snapshot).startsWith(kind) ? find(view, space, snapshot) : Optional.empty();
    }

    /** A frozen copy of a space. */
    public Optional<ObjectNode> find(View view, String space, String snapshot) {
        return view.query("select json from snapshot where id_key = :key and space_id = :space")
                .bind("key", key(snapshot))
                .bind("space", space)
                .mapTo(String.class)
                .findOne()
                .map(json -> (ObjectNode) mapper.readTree(json));
    }

    /** The id of what a frozen copy was made of; empty for an id that is none of a copy. */
    public static Optional<String> original(String snapshot) {
        Matcher copy = COPY.matcher(snapshot);
        return copy.matches() ? Optional.of(copy.group(1)) : Optional.empty();
    }

    private static Optional<String> withHash(View view, String owner, String hash) {
        return view.query("select id from snapshot where owner_id = :owner and hash = :hash")
                .bind("owner", owner)
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne();
    }

    /** Five letters and digits that stand for a hash in an id. */
    private static String mark(String hash) {
        String text = new BigInteger(hash, 16).mod(MARKS).toString(36).toUpperCase(Locale.ROOT);
        return "0".repeat(MARK_LENGTH - text.length()) + text;
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}

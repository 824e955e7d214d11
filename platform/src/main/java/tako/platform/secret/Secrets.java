package tako.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;

/**
 * Sensitive values as immutable rows, AES-256-GCM with the row's id as associated data. Documents, snapshots, forms, outputs and
 * mask lists hold the id; a changed value is a new row with a new id.
 */
public final class Secrets {
    /** How many secrets a statement reads at most. */
    private static final int AT_ONCE = 500;

    private final Database database;
    private final SecureRandom random;
    private final KeyRing.Key locking;
    private final Fingerprints fingerprints;

    private Secrets(Database database, SecureRandom random, KeyRing keys) {
        this.database = database;
        this.random = random;
        this.locking = keys.key(KeyRing.Purpose.LOCKING);
        this.fingerprints =
                new Fingerprints(keys.key(KeyRing.Purpose.FINGERPRINT).key());
    }

    /**
     * Opens the secrets of a database; an empty one gets its keys.
     *
     * @throws MasterKeyRefused when the database belongs to another master key
     */
    public static Secrets open(Database database, MasterKey master, SecureRandom random) {
        return new Secrets(database, random, KeyRing.open(database, master, random));
    }

    /** Keeps a value and returns its id, which cannot be guessed. */
    public String keep(Tx tx, Secret value) {
        var id = newId();
        tx.update("insert into secret (id, secret_key, locked) values (:id, :key, :locked)")
                .bind("id", id)
                .bind("key", locking.id())
                .bind("locked", new AesBox(locking.key()).lock(value.bytes(), id, random))
                .execute();
        return id;
    }

    /** Forgets what is kept under an id; for values that nothing points at any more. */
    public void forget(Tx tx, String id) {
        tx.update("delete from secret where id = :id").bind("id", id).execute();
    }

    /**
     * The value kept under an id.
     *
     * @throws SecretUnreadable when there is none, or its row was changed
     */
    public Secret open(View view, String id) {
        return view.query("select locked from secret where id = :id and secret_key = :key")
                .bind("id", id)
                .bind("key", locking.id())
                .mapTo(String.class)
                .findOne()
                .flatMap(locked -> new AesBox(locking.key()).open(locked, id))
                .map(clear -> Secret.of(new String(clear, StandardCharsets.UTF_8)))
                .orElseThrow(() -> new SecretUnreadable(id));
    }

    /** The values kept under some ids, by id, read in few statements; those that cannot be opened are left out. */
    public Map<String, Secret> openAll(View view, Collection<String> ids) {
        var box = new AesBox(locking.key());
        Map<String, Secret> opened = new HashMap<>();
        List<String> distinct = ids.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            locked(view, distinct.subList(from, Math.min(distinct.size(), from + AT_ONCE)))
                    .forEach((id, locked) -> box.open(locked, id)
                            .ifPresent(clear -> opened.put(id, Secret.of(new String(clear, StandardCharsets.UTF_8)))));
        }
        return opened;
    }

    private Map<String, String> locked(View view, List<String> ids) {
        Map<String, String> rows = new HashMap<>();
        view.query("select id, locked from secret where secret_key = :key and id in (<ids>)")
                .bind("key", locking.id())
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("locked")))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    /** Locks a text that is kept elsewhere for a while; {@code name} is its row's name and part of what is authenticated. */
    public String lock(String clear, String name) {
        return new AesBox(locking.key()).lock(clear.getBytes(StandardCharsets.UTF_8), name, random);
    }

    /**
     * The text that was locked under this name.
     *
     * @throws SecretUnreadable when it was changed, or locked under another name
     */
    public String unlock(String locked, String name) {
        return new AesBox(locking.key())
                .open(locked, name)
                .map(clear -> new String(clear, StandardCharsets.UTF_8))
                .orElseThrow(() -> new SecretUnreadable(name));
    }

    /** Shows changes of secrets without showing secrets. */
    public Fingerprints fingerprints() {
        return fingerprints;
    }

    /**
     * Locks this installation's keys with another master key. Running nodes go on undisturbed; a node that starts needs the next
     * key from now on.
     *
     * @throws MasterKeyRefused when {@code current} is not the key in force; nothing is changed then
     */
    public void rotate(MasterKey current, MasterKey next) {
        KeyRing.rotate(database, current, next, random);
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return "secret-" + HexFormat.of().formatHex(bytes);
    }
}

package tako.platform.secret;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The keys of this installation as rows, each locked by the master key. In memory they stay open, so that a rotation of the master key disturbs nobody. */
final class KeyRing {
    private static final int BYTES = 32;

    private final Map<Purpose, Key> keys;

    private KeyRing(Map<Purpose, Key> keys) {
        this.keys = keys;
    }

    enum Purpose {
        LOCKING,
        FINGERPRINT
    }

    record Key(String id, SecretKeySpec key) {}

    private record KeyRow(String id, Purpose purpose, String master, String locked) {}

    Key key(Purpose purpose) {
        return Objects.requireNonNull(keys.get(purpose), purpose::name);
    }

    /** Opens the keys of a database; an empty one gets new ones. */
    static KeyRing open(Database database, MasterKey master, SecureRandom random) {
        var rows = database.write(tx -> {
            Stream.of(Purpose.values())
                    .filter(purpose -> rows(tx).stream().noneMatch(row -> row.purpose() == purpose))
                    .forEach(purpose -> insert(tx, purpose, master, random));
            return rows(tx);
        });
        return new KeyRing(
                rows.stream().collect(Collectors.toUnmodifiableMap(KeyRow::purpose, row -> unlock(row, master))));
    }

    /** Locks all keys with another master key, in one transaction. */
    static void rotate(Database database, MasterKey current, MasterKey next, SecureRandom random) {
        database.change(tx -> rows(tx).forEach(row -> tx.update(
                        "update secret_key set master = :master, locked = :locked where id = :id")
                .bind("master", next.id())
                .bind("locked", next.box().lock(unlock(row, current).key().getEncoded(), row.id(), random))
                .bind("id", row.id())
                .execute()));
    }

    private static List<KeyRow> rows(View view) {
        return view.query("select id, purpose, master, locked from secret_key order by id")
                .map((row, context) -> new KeyRow(
                        row.getString("id"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("master"),
                        row.getString("locked")))
                .list();
    }

    private static void insert(Tx tx, Purpose purpose, MasterKey master, SecureRandom random) {
        var id = "key-" + tx.next("secret_key");
        var material = new byte[BYTES];
        random.nextBytes(material);
        tx.update("insert into secret_key (id, purpose, master, locked) values (:id, :purpose, :master, :locked)")
                .bind("id", id)
                .bind("purpose", purpose.name())
                .bind("master", master.id())
                .bind("locked", master.box().lock(material, id, random))
                .execute();
    }

    private static Key unlock(KeyRow row, MasterKey master) {
        if (!row.master().equals(master.id())) {
            throw new MasterKeyRefused(
                    "This installation's secrets are locked with another master key (id " + row.master() + ", given "
                            + master.id() + "); give the right one as MASTER_KEY or as master.key in the home.");
        }
        return master.box()
                .open(row.locked(), row.id())
                .map(material -> new Key(row.id(), new SecretKeySpec(material, "AES")))
                .orElseThrow(() -> new MasterKeyRefused(
                        "The key row " + row.id() + " was changed; restore the table secret_key from a backup."));
    }
}

package tako.platform.task;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;

/** Rows that nobody changes in place; a transaction that fails leaves them as they were. */
final class MemoryTable<K, V> {
    private final Map<K, V> rows = new LinkedHashMap<>();

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    Collection<V> all() {
        return rows.values();
    }

    void put(Tx tx, K key, V row) {
        V before = rows.put(key, row);
        MemoryTx.remember(tx, before == null ? () -> rows.remove(key) : () -> rows.put(key, before));
    }

    /** Removes a row; whether it was there. */
    boolean remove(Tx tx, K key) {
        V before = rows.remove(key);
        if (before == null) {
            return false;
        }
        MemoryTx.remember(tx, () -> rows.put(key, before));
        return true;
    }
}

package tako.platform.database;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Counters as rows, read once and then counted in the memory of the only writer, which stores them with each group that it commits: a
 * number is given out for good in the same moment as its row. Used by one thread.
 */
final class SqliteCounters implements Counters {
    private final Map<String, Long> stored = new HashMap<>();
    private final Map<String, Long> given = new HashMap<>();

    @Override
    public long next(Handle handle, String counter) {
        Long last = given.get(counter);
        long next = (last == null ? load(handle, counter) : last) + 1;
        given.put(counter, next);
        return next;
    }

    /** Where the counters stand, for {@link #backTo}. */
    Map<String, Long> mark() {
        return Map.copyOf(given);
    }

    /** Forgets what was given since, to a request that was undone. */
    void backTo(Map<String, Long> mark) {
        given.clear();
        given.putAll(mark);
    }

    /**
     * Stores what was given since the last group, in the transaction of this one.
     *
     * @throws DatabaseUnavailable when that failed, and with it the group
     */
    void store(Handle handle) {
        try {
            given.forEach((counter, value) -> {
                if (!value.equals(stored.get(counter))) {
                    store(handle, counter, value);
                }
            });
        } catch (JdbiException e) {
            throw SqliteFailures.lost(e);
        }
        stored.putAll(given);
    }

    /** Forgets everything, because a group was lost: the rows know. */
    void forget() {
        stored.clear();
        given.clear();
    }

    private static void store(Handle handle, String counter, long value) {
        handle.createUpdate("""
                        insert into counter (name, value) values (:name, :value)
                        on conflict (name) do update set value = excluded.value""").bind("name", counter).bind("value", value).execute();
    }

    private static long load(Handle handle, String counter) {
        return handle.createQuery("select value from counter where name = :name")
                .bind("name", counter)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}

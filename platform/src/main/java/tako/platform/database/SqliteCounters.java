package tako.platform.database;

import org.jdbi.v3.core.Handle;

/** Counters as rows: with a single writer they meet no conflict. */
final class SqliteCounters implements Counters {
    @Override
    public long next(Handle handle, String counter) {
        return handle.createQuery("""
                        insert into counter (name, value) values (:name, 1)
                        on conflict (name) do update set value = value + 1 returning value""").bind("name", counter).mapTo(Long.class).one();
    }
}

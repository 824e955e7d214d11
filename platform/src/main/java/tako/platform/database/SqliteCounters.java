package tako.platform.database;

/** Counters as rows: safe because there is one writer. */
final class SqliteCounters {
    private SqliteCounters() {}

    static long next(Tx tx, String counter) {
        return tx.query("""
                        insert into counter (name, value) values (:name, 1)
                        on conflict (name) do update set value = counter.value + 1 returning value""").bind("name", counter).mapTo(Long.class).one();
    }
}

package tako.platform.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import tako.platform.database.Dialect;
import tako.platform.database.Tx;

/** A transaction of a {@link MemoryDatabase}: it knows how to undo what was done in it, and no SQL. */
final class MemoryTx implements Tx {
    private final MemoryDatabase database;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Runnable> signals = new ArrayList<>();

    MemoryTx(MemoryDatabase database) {
        this.database = database;
    }

    /** Remembers how to take back a change of a table. */
    static void remember(Tx tx, Runnable undo) {
        if (!(tx instanceof MemoryTx memory)) {
            throw new IllegalArgumentException("Rows in memory are changed in a transaction of a MemoryDatabase only.");
        }
        memory.undo.push(undo);
    }

    void undo() {
        undo.forEach(Runnable::run);
    }

    List<Runnable> signals() {
        return signals;
    }

    @Override
    public Query query(String sql) {
        throw noSql();
    }

    @Override
    public Update update(String sql) {
        throw noSql();
    }

    @Override
    public PreparedBatch batch(String sql) {
        throw noSql();
    }

    private static UnsupportedOperationException noSql() {
        return new UnsupportedOperationException("A database in memory knows no SQL.");
    }

    @Override
    public long next(String counter) {
        return database.next(counter);
    }

    @Override
    public void afterCommit(Runnable signal) {
        signals.add(signal);
    }

    @Override
    public void hint(String channel) {
        signals.add(() -> database.hint(channel));
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }
}

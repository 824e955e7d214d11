package tako.platform.task;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.Dialect;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** A database that goes away when a test says so, before a write or just after its commit. */
public final class FaultyDatabase implements Database {
    /** What a write that is to fail has done. */
    public enum Fault {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final Database real;
    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Fault fault = Fault.BEFORE_COMMIT;
    private volatile boolean forOnce;
    private volatile boolean failed;

    /** @param real what it passes on to while it is there */
    public FaultyDatabase(Database real) {
        this.real = real;
    }

    /** From the n-th write from now on nothing works any more; the n-th itself fails as said. */
    public void goAwayAtWrite(int n, Fault how) {
        plan(n, how, false);
    }

    /** The n-th write from now on fails as said, and only that. */
    public void failOnceAtWrite(int n, Fault how) {
        plan(n, how, true);
    }

    private void plan(int n, Fault how, boolean once) {
        fault = how;
        forOnce = once;
        failed = false;
        writesLeft.set(n - 1);
    }

    /** Whether it came to the write that was to fail. */
    public boolean hasFailed() {
        return failed;
    }

    /** Goes away before the next write. */
    public void goAway() {
        goAwayAtWrite(1, Fault.BEFORE_COMMIT);
    }

    /** Works again. */
    public void comeBack() {
        writesLeft.set(Integer.MAX_VALUE);
    }

    /** Whether the write at which it was to go away has come. */
    public boolean isGone() {
        return writesLeft.get() < 0;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        if (isGone()) {
            throw gone("It was gone before the read");
        }
        return real.read(query);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        return counted(() -> real.write(change));
    }

    @Override
    public <T extends @Nullable Object> T claim(Function<Tx, T> claim) {
        return counted(() -> real.claim(claim));
    }

    private <T extends @Nullable Object> T counted(Supplier<T> write) {
        int left = writesLeft.getAndUpdate(this::next);
        if (left > 0) {
            return write.get();
        }
        failed = true;
        if (left == 0 && fault == Fault.AFTER_COMMIT) {
            T committed = write.get();
            throw gone("It was gone after the commit of " + committed);
        }
        throw gone("It was gone before the commit");
    }

    private int next(int left) {
        if (left == Integer.MAX_VALUE || (left == 0 && forOnce)) {
            return Integer.MAX_VALUE;
        }
        return Math.max(-1, left - 1);
    }

    private static DatabaseUnavailable gone(String when) {
        return new DatabaseUnavailable("The test's database is gone.", new IllegalStateException(when));
    }

    @Override
    public void onHint(String channel, Runnable listener) {
        real.onHint(channel, listener);
    }

    @Override
    public Dialect dialect() {
        return real.dialect();
    }

    @Override
    public void close() {
        real.close();
    }
}

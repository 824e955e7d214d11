package tako.platform.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The events of one writer on their way to the store, in order. What could not be stored stays and is tried again with the next
 * event or flush. Whoever writes faster than the store waits. Interrupting a caller does not shorten a wait: a cancelled run still
 * writes how it ended.
 */
final class EventBuffer {
    private static final long FULL = 1 << 20;

    private final String log;
    private final long epoch;
    private final LogSink sink;
    private final CommitThreads threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private List<LogEvent> waiting = new ArrayList<>();
    private long size;
    private long added;
    private long durable;
    private int callers;
    private boolean scheduled;
    private boolean committing;
    private long committingSize;
    private long failures;
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<LogFenced> fence = Optional.empty();

    EventBuffer(String log, long epoch, LogSink sink, CommitThreads threads) {
        this.log = log;
        this.epoch = epoch;
        this.sink = sink;
        this.threads = threads;
    }

    /**
     * Adds events, and waits while there is no room.
     *
     * @throws LogFenced when a newer run has the log
     * @throws RuntimeException when there is no room because the store fails; the events are not added then
     */
    void add(List<? extends LogEvent> events) {
        lock.lock();
        try {
            await(() -> size < FULL);
            append(events);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when all that was added so far is durable. Without anything new it still asks the store whether a newer run has the log.
     *
     * @throws LogFenced when a newer run has the log
     * @throws RuntimeException when the store fails; what was added is kept for the next try
     */
    void flush() {
        lock.lock();
        try {
            if (durable == added) {
                append(List.of(new LogEvent.Raised(epoch)));
            }
            long target = added;
            await(() -> durable >= target);
        } finally {
            lock.unlock();
        }
    }

    private void append(List<? extends LogEvent> events) {
        waiting.addAll(events);
        added += events.size();
        size += LogEvent.size(events);
        schedule();
    }

    private void await(BooleanSupplier condition) {
        long before = failures;
        callers++;
        try {
            throwIfFenced();
            if (!condition.getAsBoolean() && !committing) {
                threads.now(this::commit);
            }
            while (!condition.getAsBoolean()) {
                changed.awaitUninterruptibly();
                throwIfFenced();
                throwIfFailedSince(before);
            }
        } finally {
            callers--;
        }
    }

    private void throwIfFenced() {
        fence.ifPresent(fenced -> {
            throw fenced;
        });
    }

    private void throwIfFailedSince(long before) {
        if (failures > before) {
            throw failure.orElseThrow();
        }
    }

    private void schedule() {
        if (scheduled || committing || waiting.isEmpty()) {
            return;
        }
        if (callers > 0) {
            threads.now(this::commit);
        } else {
            scheduled = true;
            threads.soon(this::commit);
        }
    }

    private void commit() {
        List<LogEvent> batch = take();
        if (batch.isEmpty()) {
            return;
        }
        try {
            sink.append(epoch, batch);
            stored(batch);
        } catch (LogFenced fenced) {
            fenced(fenced);
        } catch (RuntimeException e) {
            failed(batch, e);
        } catch (Error e) {
            failed(batch, new LogUnavailable("The log of " + log + " could not be written: " + e, e));
            throw e;
        }
    }

    private List<LogEvent> take() {
        lock.lock();
        try {
            scheduled = false;
            if (committing || waiting.isEmpty()) {
                return List.of();
            }
            committing = true;
            committingSize = size;
            List<LogEvent> batch = waiting;
            waiting = new ArrayList<>();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void stored(List<LogEvent> batch) {
        finish(() -> {
            durable += batch.size();
            size -= committingSize;
            schedule();
        });
    }

    private void fenced(LogFenced reason) {
        finish(() -> {
            fence = Optional.of(reason);
            waiting.clear();
        });
    }

    private void failed(List<LogEvent> batch, RuntimeException reason) {
        finish(() -> {
            batch.addAll(waiting);
            waiting = batch;
            failure = Optional.of(reason);
            failures++;
        });
    }

    private void finish(Runnable change) {
        lock.lock();
        try {
            committing = false;
            change.run();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }
}

package tako.platform.notice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One who watches. What waits to be heard is bounded: of several notices about the same thing only the last waits, and beyond
 * 1,000 things all are replaced by one resync. So whoever publishes never waits for whoever watches.
 */
public final class Subscription implements AutoCloseable {
    static final int MOST_WAITING = 1_000;

    private final Predicate<Notice> filter;
    private final Consumer<Subscription> closing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Heard> first = new ArrayDeque<>();
    private final Map<Notice.Subject, Heard.Changed> waiting = new LinkedHashMap<>();

    Subscription(Predicate<Notice> filter, Consumer<Subscription> closing) {
        this.filter = filter;
        this.closing = closing;
    }

    void begin(Heard beginning) {
        lock.lock();
        try {
            first.addLast(beginning);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    void offer(Heard.Changed change) {
        lock.lock();
        try {
            Notice.Subject subject = change.notice().subject();
            waiting.remove(subject);
            waiting.put(subject, change);
            if (waiting.size() > MOST_WAITING) {
                replaceAll(change.id());
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    void resync(String id) {
        lock.lock();
        try {
            replaceAll(id);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void replaceAll(String id) {
        waiting.clear();
        first.removeIf(Heard.Resync.class::isInstance);
        first.addLast(new Heard.Resync(id));
    }

    /**
     * Waits for what is heard next, in the order published. The filter is asked here, on the caller's thread.
     *
     * @return nothing when the patience was too short
     * @throws InterruptedException when the caller is interrupted
     */
    public Optional<Heard> next(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        while (true) {
            Optional<Heard> heard;
            lock.lockInterruptibly();
            try {
                heard = take();
                if (heard.isEmpty()) {
                    if (left <= 0) {
                        return Optional.empty();
                    }
                    left = arrived.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
            if (heard.filter(this::passes).isPresent()) {
                return heard;
            }
        }
    }

    private Optional<Heard> take() {
        if (!first.isEmpty()) {
            return Optional.of(first.removeFirst());
        }
        Optional<Heard.Changed> change = waiting.values().stream().findFirst();
        change.ifPresent(taken -> waiting.remove(taken.notice().subject()));
        return change.map(taken -> taken);
    }

    private boolean passes(Heard heard) {
        return switch (heard) {
            case Heard.Ready ignored -> true;
            case Heard.Resync ignored -> true;
            case Heard.Changed change -> filter.test(change.notice());
        };
    }

    /** Ends it. */
    @Override
    public void close() {
        closing.accept(this);
    }
}

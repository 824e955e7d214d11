package tako.platform.notice;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Tells those who watch that something changed. In memory and of this process alone: a notice may be lost with it, which whoever
 * watches learns by a resync, because its position is of another run then. Publish after the commit. Publishing takes
 * microseconds and waits for nobody who watches.
 */
public final class Notices {
    private final InstantSource clock;
    private final String run;
    private final ReentrantLock lock = new ReentrantLock();
    private final Recent recent = new Recent();
    private final Set<Subscription> subscriptions = new HashSet<>();

    /** @param random makes the positions of this run unlike those of others */
    public Notices(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.run = String.format(Locale.ROOT, "%08x", random.nextInt());
    }

    /** Tells all subscriptions. */
    public void publish(Notice notice) {
        lock.lock();
        try {
            Recent.Entry entry = recent.add(notice, clock.instant());
            subscriptions.forEach(subscription -> subscription.offer(changed(entry)));
        } finally {
            lock.unlock();
        }
    }

    /** Tells all subscriptions that they missed something: for changes of which this process does not know what they were. */
    public void missed() {
        lock.lock();
        try {
            subscriptions.forEach(subscription -> subscription.resync(position(recent.last())));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins to watch. First comes {@link Heard.Ready}, or {@link Heard.Resync} when not everything after the position is known
     * any more, then what was published after the position.
     *
     * @param after the id of what was heard last, "" to begin now
     * @param filter who may and wants to hear what; asked when a notice is taken, by whoever takes it
     */
    public Subscription subscribe(String after, Predicate<Notice> filter) {
        var subscription = new Subscription(filter, this::forget);
        lock.lock();
        try {
            Optional<List<Recent.Entry>> missed = missedSince(after);
            String now = position(recent.last());
            if (missed.isPresent()) {
                subscription.begin(new Heard.Ready(after.isBlank() ? now : after.strip()));
                missed.get().forEach(entry -> subscription.offer(changed(entry)));
            } else {
                subscription.begin(new Heard.Resync(now));
            }
            subscriptions.add(subscription);
        } finally {
            lock.unlock();
        }
        return subscription;
    }

    private Optional<List<Recent.Entry>> missedSince(String after) {
        return after.isBlank()
                ? Optional.of(List.of())
                : Position.parse(after)
                        .filter(position -> position.run().equals(run))
                        .flatMap(position -> recent.after(position.number(), clock.instant()));
    }

    private Heard.Changed changed(Recent.Entry entry) {
        return new Heard.Changed(position(entry.number()), entry.notice());
    }

    private String position(long number) {
        return new Position(run, number).toString();
    }

    private void forget(Subscription subscription) {
        lock.lock();
        try {
            subscriptions.remove(subscription);
        } finally {
            lock.unlock();
        }
    }

    /** How many watch. */
    public int watching() {
        lock.lock();
        try {
            return subscriptions.size();
        } finally {
            lock.unlock();
        }
    }
}

package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.Selection;
import tako.steps.kubernetes.cluster.WatchSignal;
import tako.steps.kubernetes.cluster.WatchStream;
import tools.jackson.databind.JsonNode;

/**
 * One watch that is kept up: opened again when the server ends it or it breaks, from where it was. For the one thread that takes its
 * signals from the queue; times are nanoseconds of a clock that only goes forward.
 */
final class KindWatch implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Selection selection;
    private final boolean needed;
    private final BlockingQueue<Signal> queue;
    private String version;
    private int generation;
    private @Nullable WatchStream stream;
    private long openedAt;
    private @Nullable Long reopenAt;
    private @Nullable Long silentAt;
    private @Nullable Outage outage;
    private Duration pause = FIRST_PAUSE;

    /**
     * A signal and whom it is for.
     *
     * @param generation which opening of the watch it came from
     */
    record Signal(KindWatch watch, int generation, WatchSignal what) {}

    /** It has been away since a time, and how it failed last. */
    record Outage(long since, ClusterException last) {}

    /**
     * A watch that is not open yet.
     *
     * @param since the version to go on from; "" for what is there and what follows
     * @param needed whether there is no waiting without it
     */
    KindWatch(Cluster cluster, Selection selection, String since, boolean needed, BlockingQueue<Signal> queue) {
        this.cluster = cluster;
        this.selection = selection;
        this.version = since;
        this.needed = needed;
        this.queue = queue;
    }

    Selection selection() {
        return selection;
    }

    boolean isNeeded() {
        return needed;
    }

    void open(long now) {
        close();
        int mine = ++generation;
        openedAt = now;
        // The server ends it in time; what says nothing for longer is dead.
        silentAt =
                now + cluster.bounds().watch().plus(cluster.bounds().request()).toNanos();
        stream = cluster.watch(selection, version, signal -> queue.add(new Signal(this, mine, signal)));
    }

    /** Whether a signal is of the watch as it is open now. */
    boolean isCurrent(Signal signal) {
        return signal.generation() == generation;
    }

    /** Plans the next opening after an end as asked, but never one upon another without a pause. */
    void ended() {
        reopenAt = openedAt + FIRST_PAUSE.toNanos();
    }

    void wellAgain() {
        outage = null;
        pause = FIRST_PAUSE;
    }

    /** That it is away just now; empty if it is not. */
    Optional<Outage> outage() {
        return Optional.ofNullable(outage);
    }

    void followedTo(JsonNode object) {
        followedTo(object.path("metadata").path("resourceVersion").asString(""));
    }

    void followedTo(String seen) {
        if (!seen.isEmpty()) {
            version = seen;
        }
    }

    /** Plans the next opening after a break; empty if it has been away for too long. */
    Optional<Duration> broken(ClusterException failure, long now) {
        long began = outage == null ? now : outage.since();
        outage = new Outage(began, failure);
        if (now - began > cluster.bounds().outage().toNanos()) {
            return Optional.empty();
        }
        var wait = failure.patience().compareTo(pause) > 0 ? failure.patience() : pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        reopenAt = now + wait.toNanos();
        return Optional.of(wait);
    }

    /** When something is to be done without a signal. */
    long nextTurn() {
        return reopenAt != null ? reopenAt : silentAt == null ? Long.MAX_VALUE : silentAt;
    }

    /** Does what its time has come for. */
    void turn(long now) {
        if (stream != null && nextTurn() - now <= 0) {
            open(now);
        }
    }

    /** Gives it up for good, and with it the thought that it is away. */
    void giveUp() {
        close();
        wellAgain();
    }

    /** Ends it; nothing comes from it any more. */
    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
        reopenAt = null;
        silentAt = null;
    }
}

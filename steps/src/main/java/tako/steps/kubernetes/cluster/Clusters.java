package tako.steps.kubernetes.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The connections to clusters. One is kept for each cluster and identity, because making it costs more than all that follows, until it
 * was not used for a while. It goes then whether or not the cluster is well; one that is in use is never closed. Thread-safe.
 */
public final class Clusters implements AutoCloseable {
    private static final int MOST_IDLE = 8;
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);

    private final ClusterBounds bounds;
    private final LongSupplier nanos;
    private final Map<ClusterAccess, Kept> kept = new HashMap<>();

    /** Connections within bounds. */
    public Clusters(ClusterBounds bounds) {
        this(bounds, System::nanoTime);
    }

    Clusters(ClusterBounds bounds, LongSupplier nanos) {
        this.bounds = bounds;
        this.nanos = nanos;
    }

    /**
     * A cluster to work with until it is closed. Nothing is sent yet. Throws {@link ClusterException} if the credentials cannot be
     * used.
     */
    public Session open(ClusterAccess access) {
        var key = access.in("");
        var known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        // Not under the lock: reading keys and certificates takes long, and may fail.
        var made = new Kept(new Wire(access, bounds));
        var session = keep(key, made);
        if (session.one != made) {
            made.end();
        }
        return session;
    }

    private synchronized Optional<Session> known(ClusterAccess key) {
        tidy();
        return Optional.ofNullable(kept.get(key)).map(Session::new);
    }

    /** Keeps what was made, unless somebody else was faster: then theirs is used. */
    private synchronized Session keep(ClusterAccess key, Kept made) {
        tidy();
        var other = kept.putIfAbsent(key, made);
        return new Session(other == null ? made : other);
    }

    private void tidy() {
        long now = nanos.getAsLong();
        kept.values().removeIf(one -> one.users == 0 && now - one.idleSince > LONGEST_IDLE.toNanos() && one.end());
        while (kept.size() >= MOST_IDLE && removeOldest(now)) {
            // One at a time.
        }
    }

    private boolean removeOldest(long now) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue().users == 0)
                .max((a, b) -> Long.compare(now - a.getValue().idleSince, now - b.getValue().idleSince))
                .map(entry -> kept.remove(entry.getKey(), entry.getValue())
                        && entry.getValue().end())
                .orElse(false);
    }

    /** Closes what is not in use. */
    @Override
    public synchronized void close() {
        kept.values().removeIf(one -> one.users == 0 && one.end());
    }

    /** A cluster in use. */
    public final class Session implements AutoCloseable {
        private final Kept one;
        private boolean closed;

        /** One more user; under the lock. */
        private Session(Kept one) {
            this.one = one;
            one.users++;
        }

        /** The cluster. */
        public Cluster cluster() {
            return one.cluster;
        }

        /** Gives it back. */
        @Override
        public void close() {
            synchronized (Clusters.this) {
                if (!closed) {
                    closed = true;
                    one.users--;
                    one.idleSince = nanos.getAsLong();
                }
            }
        }
    }

    /** One connection and its users. */
    private final class Kept {
        private final Wire wire;
        private final Cluster cluster;
        private int users;
        private long idleSince;

        private Kept(Wire wire) {
            this.wire = wire;
            this.cluster = new Cluster(wire, bounds);
        }

        private boolean end() {
            wire.close();
            return true;
        }
    }
}

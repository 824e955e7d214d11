package tako.platform.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket of requests for each address, filled evenly and holding at most a minute's worth. */
final class RateLimit {
    private static final int MOST_ADDRESSES = 100_000;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param perMinute 0 for no limit */
    RateLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    private record Bucket(double left, Instant at) {}

    /** @throws Problem 429 saying when to come back */
    void check(String address) {
        if (perMinute == 0) {
            return;
        }
        if (buckets.size() > MOST_ADDRESSES) {
            buckets.values().removeIf(bucket -> filled(bucket) >= perMinute);
        }
        Instant now = clock.instant();
        Bucket after = buckets.compute(
                address,
                (key, before) -> new Bucket(Math.max(-1, (before == null ? perMinute : filled(before)) - 1), now));
        if (after.left() < 0) {
            throw Problem.of(429, "This address sends more than " + perMinute + " requests a minute. Send fewer.")
                    .withHeader("Retry-After", String.valueOf(Math.max(1, 60 / perMinute)));
        }
    }

    private double filled(Bucket bucket) {
        long passed = Math.max(0, Duration.between(bucket.at(), clock.instant()).toMillis());
        return Math.min(perMinute, bucket.left() + (double) passed * perMinute / MINUTE);
    }
}

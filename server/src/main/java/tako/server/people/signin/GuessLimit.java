package tako.server.people.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who guesses passwords. Attempts count for the user from this address, for the address, and for the user; beyond a
 * few of each, every further one must wait twice as long as the one before, five minutes at most, so that nobody can lock
 * somebody else out. A right password clears the count of user and address. It lives in memory: each node counts for itself.
 */
final class GuessLimit {
    private static final int FREE_OF_PAIR = 5;
    private static final int FREE_OF_ADDRESS = 30;
    private static final int FREE_OF_USER = 60;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_COUNTS = 20_000;
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Map<Key, Count> counts = new LinkedHashMap<>();

    GuessLimit(InstantSource clock) {
        this.clock = clock;
    }

    private record Key(String username, String address) {}

    private record Count(int attempts, Instant last) {}

    private record Limited(Key key, int free) {}

    /** Counts an attempt as if it failed. Returns how long to wait instead when it comes too soon; then it is not counted. */
    synchronized Optional<Duration> attempt(String username, String address) {
        Instant now = clock.instant();
        List<Limited> limited = limited(username, address);
        Duration wait = limited.stream()
                .map(limit -> wait(limit, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        makeRoom(now);
        limited.forEach(limit -> counts.put(limit.key(), new Count(attempts(limit.key(), now) + 1, now)));
        return Optional.empty();
    }

    /** Forgets the attempts of a user from an address, after a right password. */
    synchronized void succeeded(String username, String address) {
        counts.remove(limited(username, address).getFirst().key());
    }

    private static List<Limited> limited(String username, String address) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        String user = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return List.of(
                new Limited(new Key(user, address), FREE_OF_PAIR),
                new Limited(new Key("", address), FREE_OF_ADDRESS),
                new Limited(new Key(user, ""), FREE_OF_USER));
    }

    private Duration wait(Limited limit, Instant now) {
        int beyond = attempts(limit.key(), now) - limit.free();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(beyond, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
        return Duration.between(
                now, counts.getOrDefault(limit.key(), new Count(0, now)).last().plus(bounded));
    }

    private int attempts(Key key, Instant now) {
        Count count = counts.get(key);
        return count == null || isForgotten(count, now) ? 0 : count.attempts();
    }

    private void makeRoom(Instant now) {
        if (counts.size() < MOST_COUNTS) {
            return;
        }
        counts.values().removeIf(count -> isForgotten(count, now));
        var oldest = counts.keySet().iterator();
        while (counts.size() >= MOST_COUNTS) {
            oldest.next();
            oldest.remove();
        }
    }

    private static boolean isForgotten(Count count, Instant now) {
        return count.last().plus(FORGOTTEN).isBefore(now);
    }
}

package tako.platform.task;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * For how long a node has itself seen each running task unchanged, on its own clock that only goes forward. Time during
 * which it did not look (it slept, or the database did not answer) does not count: then everything is seen afresh.
 */
final class Sightings<S> {
    private record Sighting<S>(S seen, long since) {}

    private final Duration maxGap;
    private final Map<String, Sighting<S>> sightings = new HashMap<>();
    private long lastLook;
    private boolean looked;

    /** @param maxGap the longest time between two looks for which the time between them counts */
    Sightings(Duration maxGap) {
        this.maxGap = maxGap;
    }

    /**
     * Takes in one look at everything there is.
     *
     * @param asked when the database was asked
     * @param answered when it had answered
     * @return how long each thing was seen as it is, in nanoseconds, at the moment of asking
     */
    Map<String, Long> look(Map<String, S> seen, long asked, long answered) {
        if (!looked || asked - lastLook > maxGap.toNanos()) {
            sightings.clear();
        }
        looked = true;
        lastLook = asked;
        Set<String> gone = new HashSet<>(sightings.keySet());
        gone.removeAll(seen.keySet());
        sightings.keySet().removeAll(gone);
        Map<String, Long> ages = new HashMap<>();
        seen.forEach((id, what) -> ages.put(id, age(id, what, asked, answered)));
        return ages;
    }

    private long age(String id, S what, long asked, long answered) {
        Sighting<S> before = sightings.get(id);
        if (before == null || !before.seen().equals(what)) {
            sightings.put(id, new Sighting<>(what, answered));
            return 0;
        }
        return Math.max(0, asked - before.since());
    }
}

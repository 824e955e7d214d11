package tako.server.infrastructure.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which targets it is time to check again. */
final class DueChecks {
    private DueChecks() {}

    /**
     * A target that takes part and that no task is about to check.
     *
     * @param policy the id of its machine policy in lower case
     * @param since when it was checked last, or changed if it never was
     */
    record Candidate(String machine, String space, String policy, Instant since) {}

    /**
     * Those whose policy's interval has passed. A target that was switched off or a server that stood still does not make up for what it
     * missed: one check is due, however long it is.
     *
     * @param intervals by policy; a policy that is absent never asks
     */
    static List<Candidate> due(List<Candidate> candidates, Map<String, Duration> intervals, Instant now) {
        return candidates.stream()
                .filter(candidate -> Optional.ofNullable(intervals.get(candidate.policy()))
                        .map(candidate.since()::plus)
                        .filter(next -> !next.isAfter(now))
                        .isPresent())
                .toList();
    }

    /** Targets in parts that one task takes: {@link HealthRequest#MOST} in all but the last. */
    static List<List<String>> parts(List<String> machines) {
        return IntStream.iterate(0, from -> from < machines.size(), from -> from + HealthRequest.MOST)
                .mapToObj(from -> machines.subList(from, Math.min(from + HealthRequest.MOST, machines.size())))
                .toList();
    }
}

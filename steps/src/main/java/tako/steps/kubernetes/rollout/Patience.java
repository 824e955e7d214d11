package tako.steps.kubernetes.rollout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long each trouble has lasted, and when one has lasted too long. Times are nanoseconds of a clock that only goes forward. */
final class Patience {
    private final Map<String, Long> since = new HashMap<>();

    /** Takes what troubles there are now; those that have passed are forgotten. */
    void see(List<Trouble> troubles, long now) {
        since.keySet().retainAll(troubles.stream().map(Trouble::key).toList());
        troubles.forEach(trouble -> since.putIfAbsent(trouble.key(), now));
    }

    /** A trouble that has lasted too long. */
    Optional<Trouble> exhausted(List<Trouble> troubles, long now) {
        return troubles.stream()
                .filter(trouble -> end(trouble).filter(end -> end - now <= 0).isPresent())
                .findFirst();
    }

    /** When the next one will have lasted too long. */
    Optional<Long> nextEnd(List<Trouble> troubles) {
        return troubles.stream().flatMap(trouble -> end(trouble).stream()).min(Long::compare);
    }

    private Optional<Long> end(Trouble trouble) {
        return Optional.ofNullable(since.get(trouble.key()))
                .flatMap(begin -> trouble.kind().grace().map(grace -> begin + grace.toNanos()));
    }
}

package tako.server.delivery.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Duplicates;

/** Warns of each variable with several values that nothing tells apart once in the log of a task. Safe for several threads. */
final class DuplicateWarnings {
    private final SaidBefore before;
    private final Set<String> told = new HashSet<>();
    private Optional<Set<String>> earlier = Optional.empty();

    DuplicateWarnings(SaidBefore before) {
        this.before = before;
    }

    /** What to say of these names, as the log shows them. */
    synchronized List<String> tell(Collection<String> names) {
        return names.stream()
                .filter(name -> told.add(Candidate.key(name)))
                .map(Duplicates::warning)
                .filter(warning -> !earlier().contains(warning))
                .toList();
    }

    private Set<String> earlier() {
        Set<String> lines = earlier.orElseGet(() -> Set.copyOf(before.lines(Duplicates.WARNING)));
        earlier = Optional.of(lines);
        return lines;
    }
}

package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which candidate each variable takes for one work item. What is known only of the item is added to what was resolved for the deployment, by
 * the same rule: nothing is laid over anything.
 */
public final class ItemResolution {
    private final VariableResolution shared;
    private final ItemScope item;
    private final List<Candidate> added;
    private final Map<String, Weighed> particular;

    ItemResolution(VariableResolution shared, ItemScope item, List<Candidate> added, Map<String, Weighed> particular) {
        this.shared = shared;
        this.item = item;
        this.added = added;
        this.particular = particular;
    }

    /** The same item with more candidates, defined after all others. */
    public ItemResolution with(List<Candidate> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Candidate> all = new ArrayList<>(added);
        Map<String, Weighed> winners = new LinkedHashMap<>(particular);
        for (Candidate candidate : more) {
            int score = Fit.score(candidate, shared.deployment(), item);
            if (score != Fit.MISS) {
                String key = Candidate.key(candidate.name());
                Weighed weighed = new Weighed(candidate, score, shared.size() + all.size());
                if (weighed.beats(winners.getOrDefault(key, shared.settled(key)))) {
                    winners.put(key, weighed);
                }
            }
            all.add(candidate);
        }
        return new ItemResolution(shared, item, all, winners);
    }

    /** What a variable takes. */
    public Optional<Candidate> winner(String name) {
        String key = Candidate.key(name);
        return Optional.ofNullable(particular.getOrDefault(key, shared.settled(key)))
                .map(Weighed::candidate);
    }

    /** The winners that differ from {@link VariableResolution#shared}, in the order of their definition. */
    public Collection<Candidate> particular() {
        return particular.values().stream().map(Weighed::candidate).toList();
    }

    /** All winners. */
    public Collection<Candidate> winners() {
        Map<String, Candidate> winners = new LinkedHashMap<>(shared.shared());
        particular.forEach((key, weighed) -> winners.put(key, weighed.candidate()));
        return winners.values();
    }

    /** Those winners whose value is the id of a certificate or an account. */
    public List<Candidate> references() {
        List<Candidate> references = new ArrayList<>();
        shared.references().stream()
                .filter(reference -> !particular.containsKey(Candidate.key(reference.name())))
                .forEach(references::add);
        particular().stream()
                .filter(candidate -> candidate.origin().namesDocument())
                .forEach(references::add);
        return references;
    }

    /** The names of variables whose strongest values are {@link Duplicates}. */
    public Set<String> duplicates() {
        Set<String> names = new LinkedHashSet<>();
        for (String key : shared.tied(item)) {
            Weighed winner = particular.getOrDefault(key, shared.settled(key));
            if (winner != null && winner.position() < shared.size()) {
                names.add(winner.candidate().name());
            }
        }
        return names;
    }

    /** Why a variable has the value it has. */
    public Explanation explain(String name) {
        String key = Candidate.key(name);
        List<Candidate> all = new ArrayList<>(shared.named(key));
        added.stream()
                .filter(candidate -> Candidate.key(candidate.name()).equals(key))
                .forEach(all::add);
        return Explanation.of(all, shared.deployment(), item);
    }
}

package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.server.library.variableset.VariableScope;

/**
 * Which candidate each variable takes: of those whose scope fits, the one with the highest score; between equals the one
 * of the stronger source, then the one defined last.
 *
 * <p>Made once for a deployment. What fits regardless of action and target is settled then, so that each work item weighs
 * only the candidates that are scoped to actions, targets or tags.
 */
public final class VariableResolution {
    private final List<Candidate> candidates;
    private final DeploymentScope deployment;
    private final Map<String, Weighed> settled;
    private final Set<String> tied = new LinkedHashSet<>();
    private final Map<String, Candidate> shared;
    private final List<Candidate> references;
    private final List<ItemFilter> filters;
    private final List<Contest> contests;

    /** A candidate that fits the deployment and some of its items, and the position of the filter that tells which. */
    private record Contender(Weighed weighed, int filter) {}

    /** The candidates of a name, where some depend on the item. */
    private record Contest(String key, @Nullable Weighed settled, List<Contender> contenders) {
        /** The strongest contender, if it is stronger than what is settled. */
        @Nullable
        Weighed winner(int[] scores) {
            Weighed best = null;
            for (Contender contender : contenders) {
                int score = scores[contender.filter()];
                if (score != ItemFilter.MISS) {
                    best = Weighed.better(best, contender.weighed().plus(score));
                }
            }
            return best != null && best.beats(settled) ? best : null;
        }

        /** Whether the strongest values are duplicates, where those that are settled are or are not. */
        boolean isTied(int[] scores, boolean before) {
            Duplicates met = new Duplicates(settled, before);
            for (Contender contender : contenders) {
                int score = scores[contender.filter()];
                if (score != ItemFilter.MISS) {
                    met.meet(contender.weighed().plus(score));
                }
            }
            return met.tied();
        }
    }

    private VariableResolution(List<Candidate> candidates, DeploymentScope deployment) {
        this.candidates = candidates;
        this.deployment = deployment;
        this.settled = LinkedHashMap.newLinkedHashMap(candidates.size());
        Map<String, List<Contender>> varying = new LinkedHashMap<>();
        Map<VariableScope, Integer> positions = new HashMap<>();
        List<ItemFilter> distinct = new ArrayList<>();
        for (Weighed weighed : fitting(candidates, deployment)) {
            VariableScope scope = weighed.candidate().scope();
            String key = Candidate.key(weighed.candidate().name());
            if (ItemFilter.isOpen(scope)) {
                Weighed before = settled.putIfAbsent(key, weighed);
                if (before != null) {
                    settle(key, before, weighed);
                }
            } else {
                int position = positions.computeIfAbsent(scope, added -> {
                    distinct.add(ItemFilter.of(added));
                    return distinct.size() - 1;
                });
                varying.computeIfAbsent(key, added -> new ArrayList<>()).add(new Contender(weighed, position));
            }
        }
        this.shared = shared(settled);
        this.references = shared.values().stream()
                .filter(candidate -> candidate.origin().namesDocument())
                .toList();
        this.filters = List.copyOf(distinct);
        this.contests = varying.entrySet().stream()
                .map(entry -> new Contest(entry.getKey(), settled.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** A second value of a name. */
    private void settle(String key, Weighed before, Weighed next) {
        if (next.beats(before)) {
            settled.put(key, next);
            if (new Duplicates(before, tied.contains(key)).meet(next).tied()) {
                tied.add(key);
            } else {
                tied.remove(key);
            }
        }
    }

    private static Map<String, Candidate> shared(Map<String, Weighed> settled) {
        Map<String, Candidate> shared = LinkedHashMap.newLinkedHashMap(settled.size());
        settled.forEach((key, weighed) -> shared.put(key, weighed.candidate()));
        return Collections.unmodifiableMap(shared);
    }

    /** The resolution for a deployment, of candidates in the order in which they are defined. */
    public static VariableResolution of(Collection<Candidate> candidates, DeploymentScope deployment) {
        return new VariableResolution(List.copyOf(candidates), deployment);
    }

    /** The winners for the deployment as a whole, by {@link Candidate#key}: no action, no target. */
    public Map<String, Candidate> shared() {
        return shared;
    }

    /** Every candidate that fits the deployment and may be used, some for certain work items only. */
    public Stream<Candidate> possible() {
        return Stream.concat(
                shared.values().stream(),
                contests.stream()
                        .flatMap(contest -> contest.contenders().stream())
                        .map(contender -> contender.weighed().candidate()));
    }

    private int[] scores(ItemScope item) {
        FoldedItem folded = FoldedItem.of(item);
        return filters.stream().mapToInt(filter -> filter.score(folded)).toArray();
    }

    /** The keys of variables whose strongest values for a work item are {@link Duplicates}. */
    Set<String> tied(ItemScope item) {
        int[] scores = scores(item);
        Set<String> keys = new LinkedHashSet<>(tied);
        for (Contest contest : contests) {
            if (contest.isTied(scores, tied.contains(contest.key()))) {
                keys.add(contest.key());
            } else {
                keys.remove(contest.key());
            }
        }
        return keys;
    }

    /** The winners for a work item. */
    public ItemResolution item(ItemScope item) {
        int[] scores = scores(item);
        Map<String, Weighed> winners = new LinkedHashMap<>();
        for (Contest contest : contests) {
            Weighed winner = contest.winner(scores);
            if (winner != null) {
                winners.put(contest.key(), winner);
            }
        }
        return new ItemResolution(this, item, List.of(), winners);
    }

    DeploymentScope deployment() {
        return deployment;
    }

    /** How many candidates there are. */
    int size() {
        return candidates.size();
    }

    /** What a name takes whatever the item. */
    @Nullable
    Weighed settled(String key) {
        return settled.get(key);
    }

    /** Those of {@link #shared} whose value is the id of a certificate or an account. */
    List<Candidate> references() {
        return references;
    }

    /** The candidates of a name, by its key, in the order in which they are defined. */
    List<Candidate> named(String key) {
        return candidates.stream()
                .filter(candidate -> Candidate.key(candidate.name()).equals(key))
                .toList();
    }

    /** The candidates that fit the deployment, with what that adds to their score. */
    private static List<Weighed> fitting(List<Candidate> candidates, DeploymentScope deployment) {
        List<Weighed> fitting = new ArrayList<>(candidates.size());
        for (int position = 0; position < candidates.size(); position++) {
            Candidate candidate = candidates.get(position);
            int score = Fit.score(candidate, deployment);
            if (score != Fit.MISS) {
                fitting.add(new Weighed(candidate, score, position));
            }
        }
        return fitting;
    }
}

package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, Candidate> shared;
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
    }

    private VariableResolution(List<Candidate> candidates, DeploymentScope deployment) {
        this.candidates = candidates;
        this.deployment = deployment;
        Map<String, Weighed> settled = new HashMap<>();
        Map<String, List<Contender>> varying = new LinkedHashMap<>();
        Map<ItemFilter, Integer> positions = new LinkedHashMap<>();
        for (Weighed weighed : fitting(candidates, deployment)) {
            ItemFilter filter = ItemFilter.of(weighed.candidate().scope());
            String key = Candidate.key(weighed.candidate().name());
            if (filter.isOpen()) {
                settled.merge(key, weighed, Weighed::better);
            } else {
                int position = positions.computeIfAbsent(filter, added -> positions.size());
                varying.computeIfAbsent(key, added -> new ArrayList<>()).add(new Contender(weighed, position));
            }
        }
        this.shared = settled.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().candidate()));
        this.filters = List.copyOf(positions.keySet());
        this.contests = varying.entrySet().stream()
                .map(entry -> new Contest(entry.getKey(), settled.get(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
    }

    /** The resolution for a deployment, of candidates in the order in which they are defined. */
    public static VariableResolution of(Collection<Candidate> candidates, DeploymentScope deployment) {
        return new VariableResolution(List.copyOf(candidates), deployment);
    }

    /** The winners for the deployment as a whole, by {@link Candidate#key}: no action, no target. */
    public Map<String, Candidate> shared() {
        return shared;
    }

    /** The winners for a work item that differ from the {@link #shared} ones, by {@link Candidate#key}. */
    public Map<String, Candidate> particular(ItemScope item) {
        FoldedItem folded = FoldedItem.of(item);
        int[] scores = filters.stream().mapToInt(filter -> filter.score(folded)).toArray();
        Map<String, Candidate> winners = new HashMap<>();
        for (Contest contest : contests) {
            Weighed winner = contest.winner(scores);
            if (winner != null) {
                winners.put(contest.key(), winner.candidate());
            }
        }
        return winners;
    }

    /** All winners for a work item, by {@link Candidate#key}. */
    public Map<String, Candidate> resolve(ItemScope item) {
        Map<String, Candidate> winners = new HashMap<>(shared);
        winners.putAll(particular(item));
        return winners;
    }

    /** Why a variable has the value it has for a work item. */
    public Explanation explain(String name, ItemScope item) {
        String key = Candidate.key(name);
        return Explanation.of(
                candidates.stream()
                        .filter(candidate -> Candidate.key(candidate.name()).equals(key))
                        .toList(),
                deployment,
                item);
    }

    /** The candidates that fit the deployment, with what that adds to their score. */
    private static List<Weighed> fitting(List<Candidate> candidates, DeploymentScope deployment) {
        List<Weighed> fitting = new ArrayList<>();
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

package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    private final Map<String, Weighed> settled = new HashMap<>();
    private final Map<String, List<Varying>> varying = new LinkedHashMap<>();
    private final Map<String, Candidate> shared;

    private VariableResolution(List<Candidate> candidates, DeploymentScope deployment) {
        this.candidates = candidates;
        this.deployment = deployment;
        for (int position = 0; position < candidates.size(); position++) {
            index(candidates.get(position), position);
        }
        this.shared = settled.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().candidate()));
    }

    /** The resolution for a deployment, of candidates in the order in which they are defined. */
    public static VariableResolution of(List<Candidate> candidates, DeploymentScope deployment) {
        return new VariableResolution(List.copyOf(candidates), deployment);
    }

    /** The winners for the deployment as a whole, by {@link Candidate#key}: no action, no target. */
    public Map<String, Candidate> shared() {
        return shared;
    }

    /** The winners for a work item that differ from the {@link #shared} ones, by {@link Candidate#key}. */
    public Map<String, Candidate> particular(ItemScope item) {
        FoldedItem folded = FoldedItem.of(item);
        Map<String, Candidate> winners = new HashMap<>();
        varying.forEach((key, contenders) -> strongest(contenders, folded)
                .filter(best -> isStronger(best, key))
                .ifPresent(best -> winners.put(key, best.candidate())));
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
        return Explanation.of(contenders(name), deployment, item);
    }

    private static Optional<Weighed> strongest(List<Varying> contenders, FoldedItem item) {
        Weighed best = null;
        for (Varying contender : contenders) {
            int score = contender.score(item);
            if (score >= 0) {
                best = Weighed.better(best, new Weighed(contender.candidate(), score, contender.position()));
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isStronger(Weighed best, String key) {
        Weighed other = settled.get(key);
        return other == null || Weighed.BY_STRENGTH.compare(other, best) < 0;
    }

    /** The candidates of a name in the order in which they are defined. */
    private List<Candidate> contenders(String name) {
        String key = Candidate.key(name);
        return candidates.stream()
                .filter(candidate -> Candidate.key(candidate.name()).equals(key))
                .toList();
    }

    private void index(Candidate candidate, int position) {
        Optional<Integer> score = Varying.deploymentScore(candidate, deployment);
        if (score.isEmpty()) {
            return;
        }
        String key = Candidate.key(candidate.name());
        if (Varying.varies(candidate)) {
            varying.computeIfAbsent(key, name -> new ArrayList<>()).add(Varying.of(candidate, score.get(), position));
        } else {
            settled.merge(key, new Weighed(candidate, score.get(), position), Weighed::better);
        }
    }
}

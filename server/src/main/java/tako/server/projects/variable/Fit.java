package tako.server.projects.variable;

import static tako.server.library.variableset.VariableScope.ACTION;
import static tako.server.library.variableset.VariableScope.CHANNEL;
import static tako.server.library.variableset.VariableScope.ENVIRONMENT;
import static tako.server.library.variableset.VariableScope.MACHINE;
import static tako.server.library.variableset.VariableScope.PROCESS_OWNER;
import static tako.server.library.variableset.VariableScope.ROLE;
import static tako.server.library.variableset.VariableScope.TENANT_TAG;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a scope fits a deployment and a work item. */
public sealed interface Fit {
    /** It fits, and adds this to the score. */
    record Fits(int score) implements Fit {}

    /** It does not, because of a dimension; the reason is a sentence. */
    record Misses(String dimension, String reason) implements Fit {}

    /** What {@link #score} answers for a candidate that does not fit. */
    int MISS = -1;

    /** What source and deployment add to a candidate's score, whatever the work item; or {@link #MISS}. */
    static int score(Candidate candidate, DeploymentScope deployment) {
        int score = candidate.source().score();
        for (Map.Entry<String, List<String>> scope :
                candidate.scope().dimensions().entrySet()) {
            if (ItemFilter.DIMENSIONS.contains(scope.getKey())) {
                continue;
            }
            if (!(judge(scope.getKey(), scope.getValue(), deployment, ItemScope.NONE) instanceof Fits(int more))) {
                return MISS;
            }
            score += more;
        }
        return score;
    }

    /** The score of a candidate for a work item, or {@link #MISS}. */
    static int score(Candidate candidate, DeploymentScope deployment, ItemScope item) {
        int score = candidate.source().score();
        for (Map.Entry<String, List<String>> scope :
                candidate.scope().dimensions().entrySet()) {
            if (!(judge(scope.getKey(), scope.getValue(), deployment, item) instanceof Fits(int more))) {
                return MISS;
            }
            score += more;
        }
        return score;
    }

    /** The judgement over one dimension of a scope. */
    static Fit judge(String dimension, List<String> values, DeploymentScope deployment, ItemScope item) {
        return switch (dimension) {
            case ENVIRONMENT -> single(dimension, values, deployment.environmentId(), ScopeRank.ENVIRONMENT);
            case CHANNEL -> single(dimension, values, deployment.channelId(), ScopeRank.CHANNEL);
            case PROCESS_OWNER -> single(dimension, values, deployment.processOwnerId(), ScopeRank.PROCESS_OWNER);
            case TENANT_TAG -> tenantTags(values, deployment.tenantTags());
            case ACTION -> single(dimension, values, item.actionId(), ScopeRank.ACTION);
            case MACHINE -> single(dimension, values, item.machineId(), ScopeRank.MACHINE);
            case ROLE -> roles(values, item);
            default -> new Misses(dimension, "this server does not know the scope '" + dimension + "'.");
        };
    }

    private static Fit single(String dimension, List<String> values, Optional<String> actual, ScopeRank rank) {
        if (actual.isEmpty()) {
            return new Misses(dimension, "there is no " + dimension + " here.");
        }
        return values.stream().anyMatch(actual.get()::equalsIgnoreCase)
                ? new Fits(rank.score())
                : new Misses(dimension, "the " + dimension + " is another one.");
    }

    private static Fit roles(List<String> values, ItemScope item) {
        Set<String> asked = FoldedItem.fold(item.stepRoles());
        Set<String> held = FoldedItem.fold(item.machineRoles());
        held.retainAll(FoldedItem.fold(values));
        if (held.isEmpty()) {
            return new Misses(
                    ROLE, item.machineId().isEmpty() ? "there is no target here." : "the target lacks the tag.");
        }
        boolean targeted = held.stream().anyMatch(asked::contains);
        return new Fits((targeted ? ScopeRank.TARGET_ROLE : ScopeRank.ROLE).score());
    }

    /** Within a set of tags any, across sets all. */
    private static Fit tenantTags(List<String> values, Set<String> tags) {
        Set<String> held = FoldedItem.fold(tags);
        Map<String, List<String>> bySet = FoldedItem.fold(values).stream().collect(Collectors.groupingBy(Fit::tagSet));
        boolean fits = bySet.values().stream().allMatch(any -> any.stream().anyMatch(held::contains));
        return fits
                ? new Fits(ScopeRank.TENANT_TAG.score())
                : new Misses(TENANT_TAG, tags.isEmpty() ? "there is no tenant here." : "the tenant lacks the tags.");
    }

    private static String tagSet(String tag) {
        return tag.substring(0, Math.max(0, tag.lastIndexOf('/')));
    }
}

package tako.server.projects.variable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.server.library.variableset.VariableScope;

/**
 * A candidate that fits the deployment, and fits some of its work items. Prepared once, asked for each item.
 *
 * @param candidate the candidate
 * @param base what the deployment adds to its score
 * @param position its place in the order of definition
 * @param actions folded; empty for any
 * @param machines folded; empty for any
 * @param roles folded; empty for any
 */
record Varying(
        Candidate candidate, int base, int position, Set<String> actions, Set<String> machines, Set<String> roles) {
    private static final List<String> DIMENSIONS =
            List.of(VariableScope.ACTION, VariableScope.MACHINE, VariableScope.ROLE);

    /** Whether a candidate's scope differs between work items. */
    static boolean varies(Candidate candidate) {
        Map<String, List<String>> dimensions = candidate.scope().dimensions();
        return !dimensions.isEmpty() && DIMENSIONS.stream().anyMatch(dimensions::containsKey);
    }

    /** What source and deployment add to a candidate's score; empty when it does not fit the deployment. */
    static Optional<Integer> deploymentScore(Candidate candidate, DeploymentScope deployment) {
        int score = candidate.source().score();
        for (Map.Entry<String, List<String>> scope :
                candidate.scope().dimensions().entrySet()) {
            if (DIMENSIONS.contains(scope.getKey())) {
                continue;
            }
            if (!(Fit.judge(scope.getKey(), scope.getValue(), deployment, ItemScope.NONE) instanceof Fit.Fits fits)) {
                return Optional.empty();
            }
            score += fits.score();
        }
        return Optional.of(score);
    }

    static Varying of(Candidate candidate, int base, int position) {
        VariableScope scope = candidate.scope();
        return new Varying(
                candidate,
                base,
                position,
                FoldedItem.fold(scope.values(VariableScope.ACTION)),
                FoldedItem.fold(scope.values(VariableScope.MACHINE)),
                FoldedItem.fold(scope.values(VariableScope.ROLE)));
    }

    /** The score for a work item; negative when it does not fit. */
    int score(FoldedItem item) {
        if (!(actions.isEmpty() || actions.contains(item.action()))) {
            return -1;
        }
        if (!(machines.isEmpty() || machines.contains(item.machine()))) {
            return -1;
        }
        int ofRoles = roleScore(item);
        if (ofRoles < 0) {
            return -1;
        }
        return base
                + (actions.isEmpty() ? 0 : ScopeRank.ACTION.score())
                + (machines.isEmpty() ? 0 : ScopeRank.MACHINE.score())
                + ofRoles;
    }

    private int roleScore(FoldedItem item) {
        if (roles.isEmpty()) {
            return 0;
        }
        if (shareOne(roles, item.targetedRoles())) {
            return ScopeRank.TARGET_ROLE.score();
        }
        return shareOne(roles, item.roles()) ? ScopeRank.ROLE.score() : -1;
    }

    private static boolean shareOne(Set<String> few, Set<String> others) {
        for (String one : few) {
            if (others.contains(one)) {
                return true;
            }
        }
        return false;
    }
}

package tako.server.projects.variable;

import java.util.List;
import java.util.Set;
import tako.server.library.variableset.VariableScope;

/**
 * The part of a scope that differs between work items. Many values share one, so each is asked once for an item.
 *
 * @param actions folded; empty for any
 * @param machines folded; empty for any
 * @param roles folded; empty for any
 */
record ItemFilter(Set<String> actions, Set<String> machines, Set<String> roles) {
    /** The dimensions it looks at. */
    static final List<String> DIMENSIONS = List.of(VariableScope.ACTION, VariableScope.MACHINE, VariableScope.ROLE);

    /** What {@link #score} answers when the item does not fit. */
    static final int MISS = -1;

    static ItemFilter of(VariableScope scope) {
        return new ItemFilter(
                FoldedItem.fold(scope.values(VariableScope.ACTION)),
                FoldedItem.fold(scope.values(VariableScope.MACHINE)),
                FoldedItem.fold(scope.values(VariableScope.ROLE)));
    }

    /** Whether every item fits a scope. */
    static boolean isOpen(VariableScope scope) {
        return scope.dimensions().isEmpty() || DIMENSIONS.stream().noneMatch(scope.dimensions()::containsKey);
    }

    /** What it adds to the score of a value, or {@link #MISS}. */
    int score(FoldedItem item) {
        boolean action = actions.isEmpty() || actions.contains(item.action());
        boolean machine = machines.isEmpty() || machines.contains(item.machine());
        int ofRoles = roleScore(item);
        if (!action || !machine || ofRoles == MISS) {
            return MISS;
        }
        return (actions.isEmpty() ? 0 : ScopeRank.ACTION.score())
                + (machines.isEmpty() ? 0 : ScopeRank.MACHINE.score())
                + ofRoles;
    }

    private int roleScore(FoldedItem item) {
        if (roles.isEmpty()) {
            return 0;
        }
        if (roles.stream().anyMatch(item.targetedRoles()::contains)) {
            return ScopeRank.TARGET_ROLE.score();
        }
        return roles.stream().anyMatch(item.roles()::contains) ? ScopeRank.ROLE.score() : MISS;
    }
}

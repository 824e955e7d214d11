package tako.server.library.variableset;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.resource.EnvironmentReach;

/**
 * What somebody sees of a set. A variable that is meant for environments only, none of which they may see, is left out of what they
 * read, and stays as it is when they write.
 */
public final class VisibleVariables {
    private final EnvironmentReach seen;

    /** @param seen where somebody may see variables */
    public VisibleVariables(EnvironmentReach seen) {
        this.seen = seen;
    }

    /** Whether a variable is seen: it is meant for every environment, or for one of those that are. */
    public boolean sees(Variable variable) {
        List<String> environments = variable.scope().values(VariableScope.ENVIRONMENT);
        return environments.isEmpty() || environments.stream().anyMatch(seen::includes);
    }

    /** What is seen of a set. */
    public VariableSet of(VariableSet set) {
        return set.variables().stream().allMatch(this::sees)
                ? set
                : set.withVariables(set.variables().stream().filter(this::sees).toList());
    }

    /** What somebody sent, with those of the set it was made on that they did not see where they stood. */
    List<Variable> restored(List<Variable> sent, VariableSet base) {
        List<Variable> hidden =
                base.variables().stream().filter(variable -> !sees(variable)).toList();
        if (hidden.isEmpty()) {
            return sent;
        }
        Set<String> kept =
                Stream.concat(sent.stream(), hidden.stream()).map(Variable::key).collect(Collectors.toSet());
        return VariableOrder.woven(
                sent,
                base.variables().stream()
                        .filter(variable -> kept.contains(variable.key()))
                        .toList());
    }

    /** What of somebody's variables has the id of one that they do not see, each a sentence. */
    List<String> foreign(List<Variable> sent, VariableSet base) {
        Set<String> hidden = base.variables().stream()
                .filter(variable -> !sees(variable))
                .map(Variable::key)
                .collect(Collectors.toSet());
        return sent.stream()
                .filter(variable -> hidden.contains(variable.key()))
                .map(variable -> "Variable '" + variable.name()
                        + "': its Id belongs to another variable. Leave out the Id of new ones.")
                .toList();
    }

    /**
     * What of a change is not allowed, each a sentence: a value that is, or was, meant for an environment in which somebody may not
     * change variables.
     *
     * @param before the variables that the change was made on
     * @param after the same as they are to be
     * @param reach where they may change variables
     */
    static List<String> outOfReach(List<Variable> before, List<Variable> after, EnvironmentReach reach) {
        Set<Variable> old = Set.copyOf(before);
        Set<Variable> now = Set.copyOf(after);
        return Stream.concat(
                        before.stream().filter(variable -> !now.contains(variable)),
                        after.stream().filter(variable -> !old.contains(variable)))
                .filter(variable -> !maySet(variable, reach))
                .map(variable ->
                        "Variable '" + variable.name() + "': you may not change variables in each environment of its"
                                + " Scope. Leave it as it is, or ask an administrator for the permission there.")
                .distinct()
                .toList();
    }

    private static boolean maySet(Variable variable, EnvironmentReach reach) {
        return variable.scope().values(VariableScope.ENVIRONMENT).stream().allMatch(reach::includes);
    }
}

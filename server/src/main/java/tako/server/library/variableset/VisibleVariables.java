package tako.server.library.variableset;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody sees of a set. A variable that is meant for environments only, none of which they may see, is left out of what they
 * read, and stays as it is when they write.
 */
public final class VisibleVariables {
    private final VariableReach seen;

    /** @param seen the values that somebody may view */
    public VisibleVariables(VariableReach seen) {
        this.seen = seen;
    }

    /** Whether a variable is seen: it is meant for an environment in which they are, or for none while those are seen as well. */
    public boolean sees(Variable variable) {
        return seen.touches(variable);
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
        Set<String> kept = Stream.concat(sent.stream(), hidden.stream())
                .map(Variable::identity)
                .collect(Collectors.toSet());
        return VariableOrder.woven(
                sent,
                base.variables().stream()
                        .filter(variable -> kept.contains(variable.identity()))
                        .toList());
    }

    /** What of somebody's variables has the id of one that they do not see, each a sentence. */
    List<String> foreign(List<Variable> sent, VariableSet base) {
        Set<String> hidden = base.variables().stream()
                .filter(variable -> !sees(variable))
                .map(Variable::identity)
                .collect(Collectors.toSet());
        return sent.stream()
                .filter(variable -> hidden.contains(variable.identity()))
                .map(variable -> "Variable '" + variable.name()
                        + "': its Id belongs to another variable. Leave out the Id of new ones.")
                .toList();
    }

    /**
     * What of a change is not allowed, each a sentence: a value that is, or was, meant for an environment in which somebody may not
     * change variables, or for every environment.
     *
     * @param before the variables that the change was made on
     * @param after the same as they are to be
     * @param reach the values that they may change
     */
    static List<String> outOfReach(List<Variable> before, List<Variable> after, VariableReach reach) {
        return VariableDifference.between(before, after)
                .touched()
                .filter(variable -> !reach.covers(variable))
                .map(VisibleVariables::refusal)
                .distinct()
                .toList();
    }

    private static String refusal(Variable variable) {
        return "Variable '" + variable.name()
                + (variable.scope().values(VariableScope.ENVIRONMENT).isEmpty()
                        ? "': you may not change variables that are meant for every environment."
                        : "': you may not change variables in each environment of its Scope.")
                + " Leave it as it is, or ask an administrator for the permission there.";
    }
}

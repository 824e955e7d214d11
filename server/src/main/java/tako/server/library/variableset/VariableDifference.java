package tako.server.library.variableset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What differs between two lists of variables, each found by its id; the order does not count.
 *
 * @param before those of the first list that the second has not, or has otherwise
 * @param after those of the second list that the first has not, or has otherwise
 */
record VariableDifference(List<Variable> before, List<Variable> after) {
    static VariableDifference between(List<Variable> before, List<Variable> after) {
        return new VariableDifference(without(before, after), without(after, before));
    }

    /** How everything that differs was and is. */
    Stream<Variable> touched() {
        return Stream.concat(before.stream(), after.stream());
    }

    private static List<Variable> without(List<Variable> variables, List<Variable> others) {
        Map<String, Variable> other = new HashMap<>();
        others.forEach(variable -> other.put(variable.identity(), variable));
        return variables.stream()
                .filter(variable -> !variable.equals(other.get(variable.identity())))
                .toList();
    }
}

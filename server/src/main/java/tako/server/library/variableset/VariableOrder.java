package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The order of variables that come from two lists. It decides between values of equal rank. */
final class VariableOrder {
    private VariableOrder() {}

    /**
     * A list and what only another list has, each of those where it stands there: before the next variable that both have, at the end
     * when there is none.
     */
    static List<Variable> woven(List<Variable> frame, List<Variable> other) {
        Set<String> framed = keys(frame);
        Map<String, List<Variable>> before = new HashMap<>();
        List<Variable> waiting = new ArrayList<>();
        for (Variable variable : other) {
            if (!framed.contains(variable.identity())) {
                waiting.add(variable);
            } else if (!waiting.isEmpty()) {
                before.put(variable.identity(), waiting);
                waiting = new ArrayList<>();
            }
        }
        List<Variable> woven = new ArrayList<>();
        for (Variable variable : frame) {
            woven.addAll(before.getOrDefault(variable.identity(), List.of()));
            woven.add(variable);
        }
        woven.addAll(waiting);
        return List.copyOf(woven);
    }

    /** Whether what both lists have stands in the same order in both. */
    static boolean isKept(List<Variable> before, List<Variable> after) {
        Set<String> common = new HashSet<>(keys(before));
        common.retainAll(keys(after));
        return common(before, common).equals(common(after, common));
    }

    private static List<String> common(List<Variable> variables, Set<String> keys) {
        return variables.stream().map(Variable::identity).filter(keys::contains).toList();
    }

    private static Set<String> keys(List<Variable> variables) {
        return variables.stream().map(Variable::identity).collect(Collectors.toSet());
    }
}

package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings two changes of one set together, variable by variable, each found by its id. What one side added, changed or removed and the
 * other left alone is taken. What both changed alike is taken once; what they changed differently is a conflict.
 */
public final class VariableSetMerge {
    private final Map<String, Variable> merged = new HashMap<>();
    private final List<Variable> conflicts = new ArrayList<>();

    private VariableSetMerge() {}

    /** What came of it. */
    public sealed interface Result {
        /** Both changes, in the order of whoever moved variables; of the stored set when both or neither did. */
        record Merged(List<Variable> variables) implements Result {}

        /** @param variables those that both sides changed, as they were sent, or as they were when what was sent has them no more */
        record Conflicts(List<Variable> variables) implements Result {}
    }

    /**
     * @param base what the change was made on; every variable has an id of its own, as in the other two lists
     * @param theirs what is stored now
     * @param mine what is to be stored
     */
    public static Result of(List<Variable> base, List<Variable> theirs, List<Variable> mine) {
        var merge = new VariableSetMerge();
        Map<String, Variable> before = byKey(base);
        Map<String, Variable> stored = byKey(theirs);
        Map<String, Variable> sent = byKey(mine);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(stored.keySet());
        keys.addAll(sent.keySet());
        keys.forEach(key -> merge.decide(find(before, key), find(stored, key), find(sent, key)));
        if (!merge.conflicts.isEmpty()) {
            return new Result.Conflicts(List.copyOf(merge.conflicts));
        }
        boolean onlyMineMoved = VariableOrder.isKept(base, theirs) && !VariableOrder.isKept(base, mine);
        return new Result.Merged(
                onlyMineMoved
                        ? VariableOrder.woven(merge.left(mine), merge.left(theirs))
                        : VariableOrder.woven(merge.left(theirs), merge.left(mine)));
    }

    private void decide(Optional<Variable> before, Optional<Variable> stored, Optional<Variable> sent) {
        if (sent.equals(before) || sent.equals(stored)) {
            stored.ifPresent(variable -> merged.put(variable.identity(), variable));
        } else if (stored.equals(before)) {
            sent.ifPresent(variable -> merged.put(variable.identity(), variable));
        } else {
            conflicts.add(sent.or(() -> before).orElseThrow());
        }
    }

    /** What is left of a list, as it became. */
    private List<Variable> left(List<Variable> variables) {
        return variables.stream()
                .flatMap(variable -> find(merged, variable.identity()).stream())
                .toList();
    }

    private static Map<String, Variable> byKey(List<Variable> variables) {
        Map<String, Variable> byKey = new LinkedHashMap<>();
        variables.forEach(variable -> byKey.put(variable.identity(), variable));
        return byKey;
    }

    private static Optional<Variable> find(Map<String, Variable> variables, String key) {
        @Nullable Variable found = variables.get(key);
        return Optional.ofNullable(found);
    }
}

package tako.octostache;

import java.util.List;

/**
 * A path to a value: {@code Octopus.Action[Deploy].Name}.
 *
 * @param hasLookups whether there are {@link Step.Lookup}s among its steps
 */
record Symbol(List<Step> steps, boolean hasLookups) implements Expression {
    Symbol {
        steps = List.copyOf(steps);
    }

    static Symbol of(List<Step> steps) {
        boolean hasLookups = false;
        for (Step step : steps) {
            hasLookups |= step instanceof Step.Lookup;
        }
        return new Symbol(steps, hasLookups);
    }

    /** The same steps at the same places of their template; see {@link Step#isSameAs}. */
    boolean isSameAs(Symbol other) {
        if (steps.size() != other.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).isSameAs(other.steps.get(i))) {
                return false;
            }
        }
        return true;
    }
}

package tako.octostache;

import java.util.List;

/** A path to a value: {@code Octopus.Action[Deploy].Name}. */
record Symbol(List<Step> steps) implements Expression {
    Symbol {
        steps = List.copyOf(steps);
    }

    boolean hasLookups() {
        for (Step step : steps) {
            if (step instanceof Step.Lookup) {
                return true;
            }
        }
        return false;
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

package tako.octostache;

import java.util.List;

/**
 * A path to a value: {@code Octopus.Action[Deploy].Name}.
 *
 * @param hasLookups whether there are {@link Step.Lookup}s among its steps
 * @param path the names of its steps in their folded form, joined by points, if it has no indexes; otherwise empty
 */
record Symbol(List<Step> steps, boolean hasLookups, String path) implements Expression {
    Symbol {
        steps = List.copyOf(steps);
    }

    static Symbol of(List<Step> steps) {
        boolean hasLookups = false;
        for (Step step : steps) {
            hasLookups |= step instanceof Step.Lookup;
        }
        return new Symbol(steps, hasLookups, path(steps));
    }

    private static String path(List<Step> steps) {
        if (steps.size() == 1 && steps.getFirst() instanceof Step.Identifier only) {
            return only.key();
        }
        var path = new StringBuilder(48);
        for (Step step : steps) {
            if (!(step instanceof Step.Identifier identifier)) {
                return "";
            }
            path.append(path.isEmpty() ? "" : ".").append(identifier.key());
        }
        return path.toString();
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

package tako.octostache;

import java.util.List;
import java.util.Optional;

/**
 * {@code argument | Name options | Name options}; a filter such as {@code NowDate} may stand first, without an argument. Flat, so that the
 * length of the chain takes no stack.
 *
 * @param filters one at least, each given what the one before it made
 */
record Filtered(Optional<Symbol> argument, List<FilterCall> filters) implements Expression {
    Filtered {
        filters = List.copyOf(filters);
    }

    /** Whether it ends in the filter that makes the whole evaluation absent. */
    boolean isNull() {
        return filters.getLast().isNull();
    }
}

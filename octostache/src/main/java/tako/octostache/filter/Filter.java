package tako.octostache.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What {@code #{argument | Name options}} does. */
@FunctionalInterface
public interface Filter {

    /**
     * The result, or empty if nothing can be made of the argument and these options; the expression then stays as it is and is reported.
     *
     * @param argument empty if the expression before it could not be resolved, or if there is none
     * @param options what follows the filter's name, evaluated
     */
    Optional<String> apply(Optional<String> argument, List<String> options);

    /** A filter that changes its argument and takes no options. */
    static Filter plain(UnaryOperator<String> change) {
        return (argument, options) -> options.isEmpty() ? argument.map(change) : Optional.empty();
    }

    /** A filter that needs an argument and judges its options itself. */
    static Filter withOptions(BiFunction<String, List<String>, Optional<String>> change) {
        return (argument, options) -> argument.flatMap(text -> change.apply(text, options));
    }
}

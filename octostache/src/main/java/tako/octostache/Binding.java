package tako.octostache;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a path leads to: perhaps a value, and further steps by name and by index. Immutable once it can be seen. Where there is nothing the
 * answer is null instead of an empty {@code Optional}: these are the steps of every lookup, and a manifest makes thousands.
 */
interface Binding {
    /** Nothing at all: what evaluations that bring no variables of their own look into. */
    Binding NONE = new Binding() {};

    /** Its value, before evaluation. */
    default @Nullable Value value() {
        return null;
    }

    /** The child of a name in its folded form. */
    default @Nullable Binding child(String key) {
        return null;
    }

    /** The child of an index in its folded form. */
    default @Nullable Binding indexed(String key) {
        return null;
    }

    /** All children by index, in the order of the variables. */
    default List<Binding> items() {
        return List.of();
    }
}

package tako.octostache;

import java.util.List;
import java.util.Optional;

/** What a path leads to: perhaps a value, and further steps by name and by index. Immutable once it can be seen. */
interface Binding {
    /** Nothing at all: what evaluations that bring no variables of their own look into. */
    Binding NONE = new Binding() {
        @Override
        public Optional<Value> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Binding> child(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Binding> indexed(String key) {
            return Optional.empty();
        }

        @Override
        public List<Binding> items() {
            return List.of();
        }
    };

    /** Its value, before evaluation. */
    Optional<Value> value();

    /** The child of a name in its folded form. */
    Optional<Binding> child(String key);

    /** The child of an index in its folded form. */
    Optional<Binding> indexed(String key);

    /** All children by index, in the order of the variables. */
    List<Binding> items();
}

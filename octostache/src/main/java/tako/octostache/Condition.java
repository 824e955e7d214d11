package tako.octostache;

import java.util.Optional;

/** What decides between two branches: a value by itself, or its comparison. */
record Condition(Expression left, Optional<Comparison> comparison) {

    /** With what a value is compared, and whether the two are to be equal or different. */
    record Comparison(boolean equal, Operand right) {}
}

package tako.octostache;

import java.util.List;

/** A calculation's expression. */
sealed interface Arithmetic {

    /** A number as it stands. */
    record Constant(double value) implements Arithmetic {}

    /** A variable whose text is a number. */
    record Variable(Symbol symbol) implements Arithmetic {}

    /** A sum or a product, worked out from left to right. Flat, so that its length takes no stack. */
    record Chain(Arithmetic first, List<Link> links) implements Arithmetic {
        public Chain {
            links = List.copyOf(links);
        }
    }

    /** What one of {@code + - * /} joins to the operands before it. */
    record Link(char operator, Arithmetic operand) {}
}

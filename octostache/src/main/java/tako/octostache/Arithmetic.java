package tako.octostache;

/** A calculation's expression. */
sealed interface Arithmetic {

    /** A number as it stands. */
    record Constant(double value) implements Arithmetic {}

    /** A variable whose text is a number. */
    record Variable(Symbol symbol) implements Arithmetic {}

    /** Two expressions joined by one of {@code + - * /}. */
    record Operation(Arithmetic left, char operator, Arithmetic right) implements Arithmetic {}
}

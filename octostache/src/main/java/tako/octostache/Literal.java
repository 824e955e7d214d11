package tako.octostache;

/** A text given as it is: nothing in it is evaluated. */
record Literal(String text) implements Operand, Option {}

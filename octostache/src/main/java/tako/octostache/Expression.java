package tako.octostache;

/** What stands in the braces of an expression, and can be compared in a condition. */
sealed interface Expression extends Operand permits Symbol, Filtered {}

package tako.octostache;

/** A side of a comparison. */
sealed interface Operand permits Expression, Literal {}

package tako.bench.template;

/** A part of a text with references, in no engine's syntax. */
sealed interface Piece {
    /** Text as it is. */
    record Text(String text) implements Piece {}

    /** The value of a member of a group: {@code service17.host}. */
    record Reference(String group, String member) implements Piece {}
}

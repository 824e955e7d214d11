package tako.octostache.filter;

/** A part of an expression written for Java. */
sealed interface RegexPiece {

    /** What is known already. */
    record Text(String text) implements RegexPiece {}

    /**
     * A reference to a group, which may come only later.
     *
     * @param name its name or number
     */
    record Reference(String name) implements RegexPiece {}
}

package tako.structured.yaml;

/** How a scalar is written. */
enum ScalarStyle {
    /** As it is. */
    PLAIN,
    /** {@code 'text'} */
    SINGLE_QUOTED,
    /** {@code "text"}, with escapes */
    DOUBLE_QUOTED,
    /** {@code |}, line by line */
    LITERAL,
    /** {@code >}, where a line break is a blank */
    FOLDED;

    boolean isBlock() {
        return this == LITERAL || this == FOLDED;
    }
}

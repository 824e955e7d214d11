package tako.testbed;

/** What a registry asks of those who come. */
enum RegistryKind {
    PLAIN,
    BASIC,
    TOKENS,
    ANONYMOUS_TOKENS;

    boolean isPlain() {
        return this == PLAIN;
    }

    boolean usesTokens() {
        return this == TOKENS || this == ANONYMOUS_TOKENS;
    }
}

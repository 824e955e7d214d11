package tako.steps.kubernetes.manifest;

/**
 * How much a text may hold. What is small as text can be large as objects, by aliases, so both are bounded.
 *
 * @param codePoints length of the text
 * @param documents documents, empty ones included; also the objects in them
 * @param depth mappings and lists within each other
 * @param aliases uses of an anchor
 * @param nodes values, after aliases were replaced by what they stand for
 * @param characters of all texts and keys, after aliases were replaced
 */
record Bounds(int codePoints, int documents, int depth, int aliases, int nodes, long characters) {
    /** More than an API server takes: it refuses objects of 3 MiB. */
    static final Bounds STANDARD = new Bounds(3_000_000, 1_000, 100, 1_000, 300_000, 6_000_000);
}

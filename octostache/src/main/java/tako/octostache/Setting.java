package tako.octostache;

/**
 * What one evaluation takes place with.
 *
 * @param variables what its outermost scope holds
 */
record Setting(Budget budget, ReadLog log, Filters filters, Variables variables) {}

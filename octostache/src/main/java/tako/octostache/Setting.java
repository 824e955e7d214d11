package tako.octostache;

/**
 * What one evaluation takes place with.
 *
 * @param known the values of its variables that need not be evaluated again
 */
record Setting(Budget budget, ReadLog log, Filters filters, KnownValues known) {}

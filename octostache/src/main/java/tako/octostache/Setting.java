package tako.octostache;

/**
 * What one evaluation takes place with.
 *
 * @param variables what its outermost scope holds
 * @param known values of these variables that need not be evaluated again
 */
record Setting(Budget budget, ReadLog log, Filters filters, Variables variables, KnownValues known) {
    /** For an evaluation that nobody follows. */
    static Setting of(Limits limits, Filters filters, Variables variables) {
        return new Setting(new Budget(limits), ReadLog.OFF, filters, variables, variables.known());
    }

    /**
     * For an evaluation whose reads are noted. What others have evaluated is not known to it, so that it reads everything itself; what it has
     * evaluated itself it has noted as well.
     */
    static Setting noting(ReadLog log, Limits limits, Variables variables) {
        return new Setting(new Budget(limits), log, Filters.STANDARD, variables, new KnownValues());
    }
}

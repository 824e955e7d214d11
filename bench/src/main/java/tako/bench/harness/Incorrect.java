package tako.bench.harness;

/** The work that was measured was not done as it should have been, so there is no figure. */
public final class Incorrect extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message one sentence: what was found and what was expected */
    public Incorrect(String message) {
        super(message);
    }

    /** Throws unless a count is what it should be. */
    public static void unlessEqual(String what, long expected, long found) {
        if (expected != found) {
            throw new Incorrect(what + ": " + found + " instead of " + expected);
        }
    }
}

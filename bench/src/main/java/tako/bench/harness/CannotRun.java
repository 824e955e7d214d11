package tako.bench.harness;

/** This machine lacks what a benchmark needs, so nothing was measured. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message one sentence: what is missing, and what to do about it */
    public CannotRun(String message) {
        super(message);
    }
}

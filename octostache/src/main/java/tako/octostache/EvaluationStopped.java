package tako.octostache;

/** Ends a parse or an evaluation from any depth; never leaves the package. */
final class EvaluationStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    EvaluationStopped(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}

package tako.octostache;

/** What is left of an evaluation's {@link Limits}. */
final class Budget {
    private static final int TICKS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;

    private final Limits limits;
    private final long start = System.nanoTime();
    private long written;
    private int depth;
    private int ticks;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void enter() {
        if (++depth > limits.depth()) {
            throw exceeded("its values are nested more than " + limits.depth() + " deep");
        }
    }

    void leave() {
        depth--;
    }

    void write(int characters) {
        written += characters;
        if (written > limits.output()) {
            throw exceeded("it writes more than " + limits.output() + " characters");
        }
    }

    /** Called at every bit of work. */
    void tick() {
        if (++ticks % TICKS_BETWEEN_LOOKS_AT_THE_CLOCK == 0
                && System.nanoTime() - start > limits.time().toNanos()) {
            throw exceeded("it takes longer than " + limits.time().toMillis() + " ms");
        }
    }

    private static EvaluationStopped exceeded(String what) {
        return new EvaluationStopped(new Failure.LimitExceeded("The template was not evaluated because " + what
                + ". Look for variables that repeat each other, or split the template."));
    }
}

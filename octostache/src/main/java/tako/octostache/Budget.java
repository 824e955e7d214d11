package tako.octostache;

/** What is left of an evaluation's {@link Limits}. */
final class Budget {
    private static final int TICKS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;
    private static final int CHARACTERS_IN_A_TICK = 64;

    /** Symbols may be looked up within each other some times as deep as values are nested; a thread's stack has room for far more. */
    private static final int LOOKUPS_FOR_EACH_LEVEL = 4;

    private final Limits limits;
    private long start;
    private long written;
    private int depth;
    private int lookups;
    private int ticks;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** Begins a template inside another one. */
    void enter() {
        if (++depth > limits.depth()) {
            throw tooDeep();
        }
    }

    void leave() {
        depth--;
    }

    /** Begins to look up a symbol. */
    void enterLookup() {
        tick();
        if (++lookups > LOOKUPS_FOR_EACH_LEVEL * limits.depth()) {
            throw tooDeep();
        }
    }

    void leaveLookup() {
        lookups--;
    }

    void write(int characters) {
        written += characters;
        if (written > limits.output()) {
            throw exceeded("it writes more than " + limits.output() + " characters");
        }
    }

    /** Called at every bit of work. */
    void tick() {
        if (++ticks >= TICKS_BETWEEN_LOOKS_AT_THE_CLOCK) {
            lookAtTheClock();
        }
    }

    /** Called before work that goes through a text. */
    void work(int characters) {
        ticks += characters / CHARACTERS_IN_A_TICK;
        tick();
    }

    /** The first look starts the time: evaluations that are over before do without a clock. */
    private void lookAtTheClock() {
        ticks = 0;
        long now = System.nanoTime();
        if (start == 0) {
            start = now;
        } else if (now - start > limits.time().toNanos()) {
            throw exceeded("it takes longer than " + limits.time().toMillis() + " ms");
        }
    }

    private EvaluationStopped tooDeep() {
        return exceeded("its values are nested more than " + limits.depth() + " deep");
    }

    private static EvaluationStopped exceeded(String what) {
        return new EvaluationStopped(new Failure.LimitExceeded("The template was not evaluated because " + what
                + ". Look for variables that repeat each other, or split the template."));
    }
}

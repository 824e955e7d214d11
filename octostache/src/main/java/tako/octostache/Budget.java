package tako.octostache;

import tako.octostache.filter.Deadline;

/** What is left of an evaluation's {@link Limits}; its time runs from the beginning. */
final class Budget {
    private static final int TICKS_BETWEEN_LOOKS_AT_THE_CLOCK = 64;
    private static final int CHARACTERS_IN_A_TICK = 64;
    private static final int MAXIMUM_ITEMS = 1_000_000;

    /** A value within a value takes two: its template, and the symbol that leads to it. A thread of one megabyte holds {@link Limits#STANDARD}. */
    private static final int PARTS_FOR_EACH_LEVEL = 2;

    private static final int PARTS_OF_OPTION = 2;

    private final Limits limits;
    private final Deadline deadline;
    private long written;
    private long items;
    private int depth;
    private int parts;
    private int ticks;

    Budget(Limits limits) {
        this.limits = limits;
        this.deadline = Deadline.in(limits.time());
    }

    /** When the evaluation must be over. */
    Deadline deadline() {
        return deadline;
    }

    /** Begins a template inside another one. */
    void enter() {
        depth++;
        parts++;
        refuseTooDeep();
    }

    void leave() {
        depth--;
        parts--;
    }

    /** Begins to look up a symbol, or to work out what is in parentheses. */
    void enterPart() {
        tick();
        parts++;
        refuseTooDeep();
    }

    void leavePart() {
        parts--;
    }

    /** Begins an option of a filter. */
    void enterOption() {
        parts += PARTS_OF_OPTION;
        refuseTooDeep();
    }

    void leaveOption() {
        parts -= PARTS_OF_OPTION;
    }

    private void refuseTooDeep() {
        if (depth > limits.depth() || parts > PARTS_FOR_EACH_LEVEL * limits.depth()) {
            throw exceeded("its values are nested more than " + limits.depth() + " deep");
        }
    }

    void write(int characters) {
        written += characters;
        if (written > limits.output()) {
            throw exceeded("it writes more than " + limits.output() + " characters");
        }
    }

    /** Called before a loop is given so many more items. */
    void repeat(int more) {
        items += more;
        if (items > MAXIMUM_ITEMS) {
            throw exceeded("its loops repeat more than " + MAXIMUM_ITEMS + " times");
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

    /** Called behind work that may have taken long. */
    void lookAtTheClock() {
        ticks = 0;
        if (deadline.isOver()) {
            throw exceeded("it takes longer than " + limits.time().toMillis() + " ms");
        }
    }

    /** The last net: bounds on nesting keep to what a thread's stack holds, but for a thread that has used most of it before. */
    static Failure stackIsFull() {
        return exceeded("it is nested too deep for what is left of its thread's stack")
                .failure();
    }

    private static EvaluationStopped exceeded(String what) {
        return new EvaluationStopped(new Failure.LimitExceeded("The template was not evaluated because " + what
                + ". Look for variables that repeat each other, or split the template."));
    }
}

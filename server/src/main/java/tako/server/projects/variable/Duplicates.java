package tako.server.projects.variable;

import org.jspecify.annotations.Nullable;

/**
 * Finds variables with several values that nothing tells apart: their scopes fit equally well, they stand in the same place, they differ, and no
 * other fits better, so that only their order decides. Of two library sets the later included one is meant to win: no duplicates. Pure.
 */
public final class Duplicates {
    /** What every {@link #warning} holds. */
    public static final String WARNING = "' has several values that fit equally well in the same place";

    private @Nullable Weighed best;
    private boolean tied;

    Duplicates() {}

    /** Goes on from what was found before. */
    Duplicates(@Nullable Weighed best, boolean tied) {
        this.best = best;
        this.tied = tied;
    }

    /** What people are told of such a variable. */
    public static String warning(String name) {
        return "The variable '" + name + WARNING + "; the one defined last counts. Change or remove one.";
    }

    /** Meets another value that fits. @return this */
    Duplicates meet(Weighed next) {
        Weighed before = best;
        if (before != null && isOfOneRank(before, next)) {
            tied = tied || differs(before, next);
        } else if (next.beats(before)) {
            tied = false;
        }
        best = Weighed.better(before, next);
        return this;
    }

    /** Whether the strongest values met are duplicates. */
    boolean tied() {
        return tied;
    }

    private static boolean isOfOneRank(Weighed one, Weighed other) {
        return one.score() == other.score()
                && one.candidate().source() == other.candidate().source()
                && one.candidate()
                        .origin()
                        .owner()
                        .equals(other.candidate().origin().owner());
    }

    private static boolean differs(Weighed one, Weighed other) {
        return isWritten(one.candidate().source())
                && !one.candidate().value().equals(other.candidate().value());
    }

    private static boolean isWritten(VariableSource source) {
        return switch (source) {
            case LIBRARY, PROJECT, PROMPT -> true;
            case DEFAULT, TENANT, ACTION, OUTPUT, PARENT_DEPLOYMENT, TRIGGER, SYSTEM -> false;
        };
    }
}

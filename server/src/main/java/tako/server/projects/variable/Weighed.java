package tako.server.projects.variable;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that fits.
 *
 * @param candidate the candidate
 * @param score how closely it fits
 * @param position its place in the order of definition
 */
record Weighed(Candidate candidate, int score, int position) {
    /** From the weakest to the strongest; no two candidates are equal. */
    static final Comparator<Weighed> BY_STRENGTH = Comparator.comparingInt(Weighed::score)
            .thenComparing(weighed -> weighed.candidate().source())
            .thenComparingInt(Weighed::position);

    /** The same candidate with more score. */
    Weighed plus(int more) {
        return new Weighed(candidate, score + more, position);
    }

    /** Whether it is stronger than another, which may be absent. */
    boolean beats(@Nullable Weighed other) {
        return other == null || BY_STRENGTH.compare(this, other) > 0;
    }

    /** The stronger of two, of which the first may be absent. */
    static Weighed better(@Nullable Weighed one, Weighed other) {
        return one == null || other.beats(one) ? other : one;
    }
}

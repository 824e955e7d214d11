package tako.server.library.lifecycle;

import java.util.List;
import java.util.stream.Stream;

/**
 * A phase with its environments, those it implies included.
 *
 * @param id the phase's, or that of the environment it was made of
 * @param name for people
 * @param automatic environments deployed to as soon as the phase is reached
 * @param manual environments deployed to by hand
 * @param minimum how many must have succeeded before later phases; 0 for all
 * @param rules its options
 */
public record ResolvedPhase(
        String id,
        String name,
        List<PhaseEnvironment> automatic,
        List<PhaseEnvironment> manual,
        int minimum,
        Options rules) {
    public ResolvedPhase {
        automatic = List.copyOf(automatic);
        manual = List.copyOf(manual);
    }

    /**
     * A phase's options.
     *
     * @param optional never holds up later phases
     * @param priority its deployments go before others
     * @param countsEarlierSuccess an environment counts once it ever succeeded
     */
    public record Options(boolean optional, boolean priority, boolean countsEarlierSuccess) {
        /** Required, ordinary, only the latest deployment counts. */
        public static final Options NONE = new Options(false, false, false);
    }

    /** All its environments. */
    public List<PhaseEnvironment> environments() {
        return Stream.concat(automatic.stream(), manual.stream()).toList();
    }

    /** How many environments must have succeeded: never more than there are. */
    public int required() {
        int all = automatic.size() + manual.size();
        return minimum == 0 ? all : Math.min(minimum, all);
    }
}

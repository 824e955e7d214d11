package tako.server.library.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a release is in a phase.
 *
 * @param phase the phase
 * @param progress how far
 * @param deployable whether its environments may be deployed to now
 * @param blocked whether the release is blocked from it
 */
public record PhaseProgress(ResolvedPhase phase, Progress progress, boolean deployable, boolean blocked) {
    /** How far a release is in a phase. */
    public enum Progress {
        /** Not reached. */
        @JsonProperty("Pending")
        PENDING,
        /** Reached, not satisfied. */
        @JsonProperty("Current")
        CURRENT,
        /** Satisfied. */
        @JsonProperty("Complete")
        COMPLETE
    }
}

package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a step waits for the one before it. */
public enum StartTrigger {
    /** It begins when all before it have ended. */
    @JsonProperty("StartAfterPrevious")
    START_AFTER_PREVIOUS,
    /** It begins together with the one before it. */
    @JsonProperty("StartWithPrevious")
    START_WITH_PREVIOUS
}

package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a step or action runs, given what happened before it. */
public enum RunCondition {
    /** Nothing before has failed. */
    @JsonProperty("Success")
    SUCCESS,
    /** Something before has failed. */
    @JsonProperty("Failure")
    FAILURE,
    /** In either case. */
    @JsonProperty("Always")
    ALWAYS,
    /** An expression says yes, whatever happened before. */
    @JsonProperty("Variable")
    VARIABLE
}

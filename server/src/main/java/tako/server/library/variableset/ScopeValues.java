package tako.server.library.variableset;

import java.util.List;

/** What the variables of a set can be scoped to, made for each answer. Targets and tags are those that exist now. */
public record ScopeValues(
        List<Named> environments,
        List<Named> machines,
        List<Named> actions,
        List<Named> roles,
        List<Named> channels,
        List<Named> tenantTags,
        List<ScopeProcess> processes) {

    /** Something with its name; of a tag both are its text. */
    public record Named(String id, String name) {
        static Named tag(String text) {
            return new Named(text, text);
        }
    }

    /**
     * A process.
     *
     * @param id the project's or the runbook's
     * @param processType {@code Deployment} or {@code Runbook}
     */
    public record ScopeProcess(String id, String name, String processType) {}
}

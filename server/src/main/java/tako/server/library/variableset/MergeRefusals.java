package tako.server.library.variableset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tako.platform.http.Problem;
import tako.server.library.variableset.VariableHistory.Version;
import tako.server.resource.Stored;

/** Says why a change made on an older version of a set cannot be brought together with what is stored. */
final class MergeRefusals {
    private static final String MODIFIED = "The variables have been modified by another user";

    private MergeRefusals() {}

    /** The version that the change was made on is not known, or not any more. */
    static Problem gone(Stored<VariableSet> now, int version) {
        return Problem.conflict(MODIFIED + " (" + now.modifiedBy() + "): they are at version " + now.version()
                + ", your change was made on version " + version + ", and only the last " + VariableVersionRows.KEPT
                + " versions are kept to compare with. Read the variables again and repeat your change.");
    }

    /** Both changed the same variables. */
    static Problem conflicts(Stored<VariableSet> now, VariableHistory history, List<Variable> variables) {
        List<Conflict> conflicts = variables.stream()
                .map(variable -> conflict(now, variable, history.lastChange(variable.identity())))
                .toList();
        String what = conflicts.stream().map(MergeRefusals::sentence).collect(Collectors.joining("; "));
        return Problem.conflict(MODIFIED + " since version " + history.since() + ", which you read: " + what
                        + ". You changed the same. They are at version " + now.version()
                        + " now; read them again and repeat your change.")
                .withDetail("Conflicts", conflicts.stream().map(Conflict::facts).toList());
    }

    private record Conflict(Variable variable, String what, String by, String at, int version) {
        Map<String, Object> facts() {
            return Map.of(
                    "VariableId", variable.key(),
                    "VariableName", variable.name(),
                    "Change", what,
                    "ModifiedBy", by,
                    "ModifiedOn", at,
                    "Version", version);
        }
    }

    private static Conflict conflict(Stored<VariableSet> now, Variable variable, Optional<Version> change) {
        boolean isThere = now.value().variables().stream()
                .anyMatch(stored -> stored.identity().equals(variable.identity()));
        return new Conflict(
                variable,
                isThere ? "changed" : "removed",
                change.map(Version::by).orElse(now.modifiedBy()),
                change.map(Version::at).orElse(now.modifiedAt()).toString(),
                change.map(Version::number).orElse(now.version()));
    }

    private static String sentence(Conflict conflict) {
        return "'" + conflict.variable.name() + "' was " + conflict.what + " by " + conflict.by + " at " + conflict.at
                + " (version " + conflict.version + ")";
    }
}

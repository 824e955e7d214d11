package tako.server.projects.variable;

import java.util.List;
import java.util.Optional;
import tako.server.library.variableset.VariableScope;

/**
 * Why a variable has the value it has, as clients read it. Sensitive values are absent.
 *
 * @param name the variable's
 * @param value the winner's, its expressions evaluated as far as they can be now
 * @param isSensitive whether the winner is sensitive
 * @param winner the id of the value that is used; absent when none fits
 * @param candidates every value of the name, the strongest first, those that do not fit last
 */
public record VariableAnswer(
        String name, Optional<String> value, boolean isSensitive, Optional<String> winner, List<Entry> candidates) {
    /**
     * A value that was weighed.
     *
     * @param variableId its id
     * @param ownerId the project or library set it stands in
     * @param origin the same for people
     * @param value as it was written
     * @param outcome whether it is used
     * @param score how closely it fits; 0 when it does not
     * @param reason a sentence
     * @param ranks what each dimension of its scope says
     */
    public record Entry(
            String variableId,
            String ownerId,
            String origin,
            Optional<String> value,
            boolean isSensitive,
            VariableScope scope,
            Explanation.Outcome outcome,
            int score,
            String reason,
            List<Rank> ranks) {}

    /**
     * What a dimension says.
     *
     * @param fits whether one of its values is meant
     * @param score what it adds when it fits
     */
    public record Rank(String dimension, boolean fits, int score) {}
}

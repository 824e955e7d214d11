package tako.server.projects.variable;

import java.util.List;
import java.util.Optional;
import tako.server.library.variableset.VariableScope;

/**
 * Why a variable has the value it has, as clients read it. Sensitive values are absent, and masked where others are made of them.
 *
 * @param name the variable's
 * @param value the winner's, its expressions evaluated as far as they can be now; absent when it is sensitive or none fits
 * @param isSensitive whether the winner is sensitive
 * @param template the winner's value as it was written
 * @param winner the id of the variable that is used; absent when none fits, or when what is used stands in no variable set
 * @param candidates every value of the name, the strongest first, those that do not fit last
 * @param nested the variables that the value was made of, in the order in which they were read
 * @param problem what could not be evaluated, in Octopus's words
 * @param note what else is to be known: that only a deployment knows the value, that several values are alike
 * @param suggestions the nearest names, when there is no value of this one
 */
public record VariableAnswer(
        String name,
        Optional<String> value,
        boolean isSensitive,
        Optional<String> template,
        Optional<String> winner,
        List<Entry> candidates,
        List<Nested> nested,
        Optional<String> problem,
        Optional<String> note,
        List<String> suggestions) {
    /**
     * A value that was weighed.
     *
     * @param variableId its id; "" for what stands in no variable set
     * @param ownerId the project or library set it stands in; "" for what stands in none
     * @param origin the same for people
     * @param source the same for programs
     * @param value as it was written
     * @param scopeText the scope with names in the place of ids
     * @param outcome whether it is used
     * @param score how closely it fits; 0 when it does not
     * @param reason a sentence
     * @param ranks what each dimension of its scope says
     */
    public record Entry(
            String variableId,
            String ownerId,
            String origin,
            VariableSource source,
            Optional<String> value,
            boolean isSensitive,
            VariableScope scope,
            String scopeText,
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

    /**
     * A variable that took part.
     *
     * @param name as the expression that read it wrote it
     * @param template its value as it was written
     * @param value the same evaluated
     * @param origin where it comes from
     * @param scopeText the scope by which it won, with names in the place of ids
     */
    public record Nested(
            String name,
            Optional<String> template,
            Optional<String> value,
            boolean isSensitive,
            String origin,
            String scopeText) {}
}

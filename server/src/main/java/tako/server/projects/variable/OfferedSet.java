package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableSet;
import tako.server.resource.PropertyValue;

/**
 * A variable set that a deployment uses, as it is now or as a release has frozen it.
 *
 * @param source the project or a library set
 * @param name as people know it
 */
public record OfferedSet(VariableSet set, VariableSource source, String name) {
    /** A project's own. */
    public static OfferedSet ofProject(VariableSet set) {
        return new OfferedSet(set, VariableSource.PROJECT, "Project");
    }

    /** A set by whose it is: the project's own, or that of a library set, called by its id. */
    public static OfferedSet owned(VariableSet set, String project) {
        return set.ownerId().equalsIgnoreCase(project) ? ofProject(set) : ofLibrary(set, set.ownerId());
    }

    /** A library set. */
    public static OfferedSet ofLibrary(VariableSet set, String name) {
        return new OfferedSet(set, VariableSource.LIBRARY, "Library set '" + name + "'");
    }

    /**
     * What some sets offer, in the order in which they define it.
     *
     * @param answers to prompts, by the variable's id; a secret's is the id of its row
     */
    public static List<Candidate> candidates(List<OfferedSet> sets, Map<String, String> answers) {
        List<Candidate> candidates = new ArrayList<>();
        sets.forEach(offered -> offered.set().variables().forEach(variable -> {
            candidates.add(offered.candidate(variable));
            offered.answered(variable, answers).ifPresent(candidates::add);
        }));
        return candidates;
    }

    private Candidate candidate(Variable variable) {
        PropertyValue value = Optional.ofNullable(variable.value()).orElseGet(() -> absent(variable));
        return new Candidate(variable.name(), value, variable.scope(), source, origin(variable, name));
    }

    private static PropertyValue absent(Variable variable) {
        return variable.isSensitive()
                ? new PropertyValue.Sensitive(false, Optional.empty(), Optional.empty())
                : PropertyValue.of("");
    }

    private Optional<Candidate> answered(Variable variable, Map<String, String> answers) {
        return Optional.ofNullable(variable.prompt())
                .flatMap(prompt -> Optional.ofNullable(answers.get(variable.key())))
                .map(answer -> new Candidate(
                        variable.name(),
                        variable.isSensitive()
                                ? new PropertyValue.Sensitive(true, Optional.of(answer), Optional.empty())
                                : PropertyValue.of(answer),
                        variable.scope(),
                        VariableSource.PROMPT,
                        origin(variable, "Answer to a prompt")));
    }

    private Origin origin(Variable variable, String text) {
        return new Origin(text, set.ownerId(), Optional.of(variable), false);
    }
}

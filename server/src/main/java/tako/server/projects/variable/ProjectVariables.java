package tako.server.projects.variable;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import tako.platform.http.Principal;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableScope;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.process.Action;
import tako.server.projects.variable.ProjectCandidates.Field;
import tako.server.resource.Engine;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.node.ObjectNode;

/** What the variables of a project are worth in a deployment: all of them, or one with the reasons. */
public final class ProjectVariables {
    private final Engine engine;
    private final VariableSets sets;
    private final ProjectCandidates candidates;

    public ProjectVariables(Engine engine, VariableSets sets, ProjectCandidates candidates) {
        this.engine = engine;
        this.sets = sets;
        this.candidates = candidates;
    }

    /**
     * The names a project's steps can use, prompts and system variables included, each once, sorted.
     *
     * @throws tako.platform.http.Problem 404
     */
    public List<String> names(Principal principal, String space, Question question) {
        Field field = field(principal, space, question);
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        field.candidates().stream()
                .map(Candidate::name)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        names.addAll(SystemNames.plain());
        field.situation()
                .process()
                .actions()
                .map(Action::label)
                .forEach(action -> names.addAll(SystemNames.of("Octopus.Action", action)));
        field.situation().process().steps().forEach(step -> names.addAll(SystemNames.of("Octopus.Step", step.label())));
        return List.copyOf(names);
    }

    /**
     * A set with the values that win, sorted by name, as clients read it; {@code Warnings}, a member of ours, tells of values that only their
     * order tells apart.
     *
     * @throws tako.platform.http.Problem 404
     */
    public ObjectNode preview(Principal principal, String space, Question question) {
        Field field = field(principal, space, question);
        List<Variable> winners = field.resolution().winners().stream()
                .filter(candidate -> isWritten(candidate.source()))
                .flatMap(candidate -> candidate.origin().variable().stream())
                .filter(ProjectVariables::isShown)
                .sorted(Comparator.comparing(variable -> Candidate.key(variable.name())))
                .toList();
        VariableSet won = field.project().withVariables(winners);
        ObjectNode shown = sets.present(won);
        List<String> duplicates = field.duplicates();
        if (!duplicates.isEmpty()) {
            var warnings = shown.putArray("Warnings");
            duplicates.forEach(name -> warnings.add(Duplicates.warning(name)));
        }
        return shown;
    }

    /** Why a variable has the value it has. @throws tako.platform.http.Problem 404 */
    public VariableAnswer explain(Principal principal, String space, String name, Question question) {
        Sight sight = sight(principal, space, question);
        return engine.database().read(view -> {
            Field field = candidates.of(view, sight, question);
            Stream<VariableScope> scopes = Stream.concat(
                    field.resolution().explain(name).verdicts().stream()
                            .map(Explanation.Verdict::candidate)
                            .map(Candidate::scope),
                    field.resolution().winners().stream().map(Candidate::scope));
            return new Answering(field, ScopeTexts.of(view, engine.catalogue(), field.situation(), scopes)).of(name);
        });
    }

    private Field field(Principal principal, String space, Question question) {
        Sight sight = sight(principal, space, question);
        return engine.database().read(view -> candidates.of(view, sight, question));
    }

    private Sight sight(Principal principal, String space, Question question) {
        return Sight.of(engine.permissions(), principal, space, question);
    }

    /** Whether its value is not one that the asker may not see. */
    private static boolean isShown(Variable variable) {
        return variable.isSensitive() || !(variable.value() instanceof PropertyValue.Sensitive);
    }

    private static boolean isWritten(VariableSource source) {
        return switch (source) {
            case LIBRARY, PROJECT, PROMPT -> true;
            case DEFAULT, TENANT, ACTION, OUTPUT, PARENT_DEPLOYMENT, TRIGGER, SYSTEM -> false;
        };
    }
}

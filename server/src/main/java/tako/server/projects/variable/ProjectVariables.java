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
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.variable.ProjectCandidates.Field;
import tako.server.resource.Engine;
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
        Sight sight = sight(principal, space, question);
        Field field = engine.database().read(view -> candidates.collected(view, sight, question));
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        field.candidates().stream()
                .filter(candidate -> !candidate.isHidden())
                .map(Candidate::name)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        names.addAll(SystemNames.plain());
        if (sight.processes()) {
            names.addAll(ofProcess(field.situation().process()));
        }
        return List.copyOf(names);
    }

    private static List<String> ofProcess(DeploymentProcess process) {
        return Stream.concat(
                        process.actions().flatMap(action -> SystemNames.of("Octopus.Action", action.label()).stream()),
                        process.steps().stream().flatMap(step -> SystemNames.of("Octopus.Step", step.label()).stream()))
                .toList();
    }

    /**
     * A set with the values that win, sorted by name, as clients read it; {@code Warnings}, a member of ours, tells of values that only their
     * order tells apart.
     *
     * @throws tako.platform.http.Problem 404
     */
    public ObjectNode preview(Principal principal, String space, Question question) {
        Field field = candidates.of(sight(principal, space, question), question, new AnswerBudget());
        List<Variable> winners = field.resolution().winners().stream()
                .filter(candidate -> isWritten(candidate.source()))
                .flatMap(candidate -> candidate.origin().variable().stream())
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
        AnswerBudget budget = new AnswerBudget();
        Field field = candidates.of(sight, question, budget);
        List<VariableScope> scopes = Stream.concat(
                        field.resolution().explain(name).verdicts().stream().map(Explanation.Verdict::candidate),
                        field.resolution().winners().stream())
                .filter(candidate -> !candidate.isHidden())
                .map(Candidate::scope)
                .distinct()
                .toList();
        ScopeTexts texts = engine.database()
                .read(view -> ScopeTexts.of(view, engine.catalogue(), sight, field.situation(), scopes));
        return new Answering(field, texts, budget).of(name);
    }

    private Sight sight(Principal principal, String space, Question question) {
        return Sight.of(engine.permissions(), principal, space, question);
    }

    private static boolean isWritten(VariableSource source) {
        return switch (source) {
            case LIBRARY, PROJECT, PROMPT -> true;
            case DEFAULT, TENANT, ACTION, OUTPUT, PARENT_DEPLOYMENT, TRIGGER, SYSTEM -> false;
        };
    }
}

package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tako.octostache.Variables;
import tako.platform.http.Principal;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableSets;
import tako.server.resource.Engine;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.node.ObjectNode;

/** What the variables of a project are worth in a deployment: all of them, or one with the reasons. */
public final class ProjectVariables {
    private static final String VIEW = "VariableView";

    private final Engine engine;
    private final VariableSets sets;
    private final ProjectCandidates candidates;

    public ProjectVariables(Engine engine, VariableSets sets, ProjectCandidates candidates) {
        this.engine = engine;
        this.sets = sets;
        this.candidates = candidates;
    }

    /** The names a project's steps can use, each once, sorted. @throws tako.platform.http.Problem 404 */
    public List<String> names(Principal principal, String space, String project) {
        engine.permissions().require(principal, VIEW, space);
        return engine.database().read(view -> {
            var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
            candidates
                    .sets(view, space, project)
                    .forEach(set -> set.value().variables().forEach(variable -> names.add(variable.name())));
            return List.copyOf(names);
        });
    }

    /** A set with the values that win, sorted by name, as clients read it. @throws tako.platform.http.Problem 404 */
    public ObjectNode preview(Principal principal, String space, Question question) {
        engine.permissions().require(principal, VIEW, space);
        ProjectCandidates.Field field = engine.database().read(view -> candidates.of(view, space, question));
        Map<String, Candidate> winners = field.resolution().resolve(field.item());
        VariableSet won = field.project()
                .withVariables(winners.values().stream()
                        .map(candidate -> field.entry(candidate).variable())
                        .sorted(Comparator.comparing(variable -> Candidate.key(variable.name())))
                        .toList());
        return sets.present(won);
    }

    /** Why a variable has the value it has. @throws tako.platform.http.Problem 404 */
    public VariableAnswer explain(Principal principal, String space, String name, Question question) {
        engine.permissions().require(principal, VIEW, space);
        ProjectCandidates.Field field = engine.database().read(view -> candidates.of(view, space, question));
        Explanation explanation = field.resolution().explain(name, field.item());
        Optional<ProjectCandidates.Entry> winner = explanation.winner().map(field::entry);
        return new VariableAnswer(
                winner.map(entry -> entry.variable().name()).orElse(name),
                winner.filter(entry -> !entry.variable().isSensitive())
                        .map(entry -> expanded(field, entry.candidate().name())),
                winner.filter(entry -> entry.variable().isSensitive()).isPresent(),
                winner.map(entry -> entry.variable().key()),
                explanation.verdicts().stream()
                        .map(verdict -> entry(field, verdict))
                        .toList());
    }

    private static String expanded(ProjectCandidates.Field field, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        field.resolution().resolve(field.item()).values().forEach(candidate -> {
            if (candidate.value() instanceof PropertyValue.Plain(String text)) {
                texts.put(candidate.name(), text);
            }
        });
        return Variables.of(texts).get(name).orElse("");
    }

    private static VariableAnswer.Entry entry(ProjectCandidates.Field field, Explanation.Verdict verdict) {
        ProjectCandidates.Entry entry = field.entry(verdict.candidate());
        return new VariableAnswer.Entry(
                entry.variable().key(),
                entry.owner(),
                verdict.candidate().origin(),
                verdict.candidate().value() instanceof PropertyValue.Plain(String text)
                                && !entry.variable().isSensitive()
                        ? Optional.of(text)
                        : Optional.empty(),
                entry.variable().isSensitive(),
                verdict.candidate().scope(),
                verdict.outcome(),
                verdict.score(),
                verdict.reason(),
                ranks(field, verdict.candidate()));
    }

    private static List<VariableAnswer.Rank> ranks(ProjectCandidates.Field field, Candidate candidate) {
        List<VariableAnswer.Rank> ranks = new ArrayList<>();
        candidate.scope().dimensions().forEach((dimension, values) -> {
            Fit fit = Fit.judge(dimension, values, field.deployment(), field.item());
            ranks.add(
                    fit instanceof Fit.Fits fits
                            ? new VariableAnswer.Rank(dimension, true, fits.score())
                            : new VariableAnswer.Rank(dimension, false, 0));
        });
        return ranks;
    }
}

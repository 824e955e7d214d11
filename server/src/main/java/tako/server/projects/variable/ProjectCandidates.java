package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.group.ProjectGroups;
import tako.server.projects.project.Project;
import tako.server.projects.variable.ReferenceMembers.Named;
import tako.server.projects.variable.TargetVariables.Contribution;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.Stored;

/**
 * Resolves a project's variables for a question as a run would: the same candidates, collected and weighed by the same code. What only a run
 * can know is not among them, and no secret is in clear. What the asker may not see takes part as a secret of which nothing is told. Templates
 * are evaluated between reads, never in one: a hostile one would keep others from reading.
 */
public final class ProjectCandidates {
    private static final String SET = "A library set that you may not see";
    private static final String VALUE = "A value that you may not see";
    private static final String PROCESS = "A process that you may not see";
    private static final String CREDENTIALS = "A certificate or account that you may not see";

    private final Engine engine;
    private final Situations situations;
    private final VariableSets sets;
    private final TargetVariables targets;
    private final MembersOf members;

    /**
     * @param targets what targets contribute
     * @param members what certificates and accounts stand for
     */
    public ProjectCandidates(
            Engine engine, Situations situations, VariableSets sets, TargetVariables targets, MembersOf members) {
        this.engine = engine;
        this.situations = situations;
        this.sets = sets;
        this.targets = targets;
        this.members = members;
    }

    /**
     * A question and what each variable takes.
     *
     * @param candidates those known for a whole deployment
     */
    record Field(Situation situation, VariableSet project, List<Candidate> candidates, ItemResolution resolution) {
        /** The names of variables that have several values which nothing tells apart. */
        List<String> duplicates() {
            return List.copyOf(resolution.duplicates());
        }
    }

    /** @throws Problem 404, 400 naming what of the question does not exist */
    Field of(Sight sight, Question question, AnswerBudget budget) {
        Field field = engine.database().read(view -> collected(view, sight, question));
        Optional<String> environment = field.situation().deployment().environmentId();
        List<Candidate> references = field.resolution().references();
        if (environment.isEmpty() || references.isEmpty()) {
            return field;
        }
        Evaluated evaluated = Evaluated.of(field.resolution());
        Map<Candidate, Named> named = new LinkedHashMap<>();
        references.forEach(reference -> named.put(
                reference,
                new Named(
                        reference.name(),
                        evaluated.text(reference.name(), budget).strip(),
                        environment.get())));
        List<Candidate> members = engine.database().read(view -> members(view, sight, named));
        return new Field(
                field.situation(),
                field.project(),
                field.candidates(),
                field.resolution().with(members));
    }

    /** Without what certificates and accounts stand for: for that, values have to be evaluated. */
    Field collected(View view, Sight sight, Question question) {
        Situation situation = situations.of(view, sight.space(), question);
        situation.deployment().environmentId().ifPresent(sight::check);
        List<VariableSet> used = situation
                .released()
                .map(ReleasedVariables.Released::sets)
                .orElseGet(() -> live(view, situation.project()));
        List<Candidate> candidates = written(view, sight, situation, used);
        candidates.addAll(Candidates.system(project(view, situation.project())));
        candidates.addAll(Candidates.system(situation.system()));
        candidates.addAll(seen(sight.processes(), PROCESS, Candidates.system(situation.steps())));
        ItemResolution resolution =
                VariableResolution.of(candidates, situation.deployment()).item(situation.item());
        return new Field(
                situation, own(situation.project(), used), candidates, withItem(view, sight, situation, resolution));
    }

    private static VariableSet own(Stored<Project> project, List<VariableSet> used) {
        return used.stream()
                .filter(set -> set.ownerId().equalsIgnoreCase(project.id()))
                .findFirst()
                .orElseGet(() -> VariableSet.empty("variableset-" + project.id(), project.space(), project.id()));
    }

    /** What the project's own set offers, and those of library sets, in their order. */
    private List<Candidate> written(View view, Sight sight, Situation situation, List<VariableSet> used) {
        String project = situation.project().id();
        Map<String, String> names = names(
                view,
                used.stream()
                        .map(VariableSet::ownerId)
                        .filter(owner -> !owner.equalsIgnoreCase(project))
                        .toList());
        List<OfferedSet> offered = used.stream()
                .map(set -> set.ownerId().equalsIgnoreCase(project)
                        ? OfferedSet.ofProject(sight.ofProject(set))
                        : OfferedSet.ofLibrary(set, names.getOrDefault(set.ownerId(), set.ownerId())))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        OfferedSet.candidates(offered, Map.of()).forEach(candidate -> candidates.add(seen(sight, candidate)));
        return candidates;
    }

    private static Candidate seen(Sight sight, Candidate candidate) {
        boolean seen = candidate.source() != VariableSource.LIBRARY
                || candidate.origin().variable().filter(sight::seesOfLibrary).isPresent();
        return seen ? candidate : candidate.hidden(sight.librarySets().isPresent() ? VALUE : SET);
    }

    private static List<Candidate> seen(boolean seen, String instead, List<Candidate> candidates) {
        return seen
                ? candidates
                : candidates.stream()
                        .map(candidate -> candidate.hidden(instead))
                        .toList();
    }

    private List<VariableSet> live(View view, Stored<Project> project) {
        List<String> owners = new ArrayList<>();
        owners.add(project.id());
        owners.addAll(project.value().includedLibraryVariableSetIds());
        return sets.of(view, project.space(), owners).stream()
                .map(Stored::value)
                .toList();
    }

    private Map<String, String> names(View view, List<String> ids) {
        return ids.stream()
                .findFirst()
                .flatMap(first -> engine.catalogue().kindOf(first))
                .map(kind -> engine.catalogue().names(view, kind, ids))
                .orElse(Map.of());
    }

    private Map<String, String> project(View view, Stored<Project> project) {
        String group =
                name(view, Optional.of(ProjectGroups.KIND), project.value().projectGroupId());
        String space = name(view, engine.catalogue().kindOf(project.space()), project.space());
        return PlaceVariables.project(project, group, space);
    }

    private String name(View view, Optional<? extends Kind<?>> kind, String id) {
        return kind.flatMap(known -> engine.catalogue().names(view, known, List.of(id)).values().stream()
                        .findFirst())
                .orElse("");
    }

    private ItemResolution withItem(View view, Sight sight, Situation situation, ItemResolution resolution) {
        ItemResolution item = situation
                .place()
                .action()
                .map(chosen -> resolution.with(
                        seen(sight.processes(), PROCESS, Candidates.properties(chosen.step(), chosen.action()))))
                .orElse(resolution);
        return situation
                .place()
                .machine()
                .map(machine -> item.with(seen(
                        sight.credentials(),
                        CREDENTIALS,
                        Candidates.target(machine.value().name(), permitted(() -> targets.of(view, machine))))))
                .orElse(item);
    }

    private List<Candidate> members(View view, Sight sight, Map<Candidate, Named> named) {
        List<Candidate> all = new ArrayList<>();
        named.forEach((reference, document) ->
                all.addAll(Candidates.members(reference, permitted(() -> members.of(view, document)))));
        return seen(sight.credentials(), CREDENTIALS, all);
    }

    /** What may not be used in the environment contributes nothing; the deployment says so. */
    private static Contribution permitted(Supplier<Contribution> opened) {
        try {
            return opened.get();
        } catch (NotForEnvironment refused) {
            return Contribution.NONE;
        }
    }
}

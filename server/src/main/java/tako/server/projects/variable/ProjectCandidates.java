package tako.server.projects.variable;

import java.util.ArrayList;
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
 * can know is not among them, and no secret is in clear.
 */
public final class ProjectCandidates {
    private static final String HIDDEN = "A library set that you may not see";

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
    Field of(View view, Sight sight, Question question) {
        Situation situation = situations.of(view, sight.space(), question);
        situation.deployment().environmentId().ifPresent(sight::check);
        List<OfferedSet> offered = offered(view, sight, situation);
        List<Candidate> candidates = OfferedSet.candidates(offered, Map.of());
        candidates.addAll(Candidates.system(project(view, situation.project())));
        candidates.addAll(Candidates.system(situation.system()));
        ItemResolution resolution =
                VariableResolution.of(candidates, situation.deployment()).item(situation.item());
        return new Field(
                situation,
                offered.getFirst().set(),
                candidates,
                withMembers(view, sight, situation, withItem(view, sight, situation, resolution)));
    }

    /** The project's own set, then those of library sets. */
    private List<OfferedSet> offered(View view, Sight sight, Situation situation) {
        List<VariableSet> used = situation
                .released()
                .map(ReleasedVariables.Released::sets)
                .orElseGet(() -> live(view, situation.project()));
        List<OfferedSet> offered = new ArrayList<>();
        offered.add(OfferedSet.ofProject(sight.ofProject(used.getFirst())));
        List<VariableSet> library = used.subList(1, used.size());
        Map<String, String> names =
                names(view, library.stream().map(VariableSet::ownerId).toList());
        boolean named = sight.librarySets().isPresent();
        library.forEach(set -> offered.add(
                named
                        ? OfferedSet.ofLibrary(sight.ofLibrary(set), names.getOrDefault(set.ownerId(), set.ownerId()))
                        : new OfferedSet(sight.ofLibrary(set), VariableSource.LIBRARY, HIDDEN)));
        return offered;
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
                .filter(chosen -> sight.processes())
                .map(chosen -> resolution.with(Candidates.properties(chosen.step(), chosen.action())))
                .orElse(resolution);
        return situation
                .place()
                .machine()
                .filter(machine -> sight.targets() && sight.credentials())
                .map(machine -> item.with(
                        Candidates.target(machine.value().name(), permitted(() -> targets.of(view, machine)))))
                .orElse(item);
    }

    private ItemResolution withMembers(View view, Sight sight, Situation situation, ItemResolution resolution) {
        Optional<String> environment = situation.deployment().environmentId();
        if (environment.isEmpty() || !sight.credentials()) {
            return resolution;
        }
        List<Candidate> references = resolution.references();
        if (references.isEmpty()) {
            return resolution;
        }
        Evaluated evaluated = Evaluated.of(resolution);
        List<Candidate> all = new ArrayList<>();
        for (Candidate reference : references) {
            String id = evaluated.text(reference.name()).strip();
            Named named = new Named(reference.name(), id, environment.get());
            all.addAll(Candidates.members(reference, permitted(() -> members.of(view, named))));
        }
        return resolution.with(all);
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

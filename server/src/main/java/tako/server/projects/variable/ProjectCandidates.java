package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.server.infrastructure.machine.Machine;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.Step;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;

/** Collects the values a project's variables might have: of the library sets it includes, then its own. */
public final class ProjectCandidates {
    private final Documents<Project> projects;
    private final VariableSets sets;
    private final DeploymentProcesses processes;
    private final Documents<Machine> machines;

    public ProjectCandidates(
            Documents<Project> projects,
            VariableSets sets,
            DeploymentProcesses processes,
            Documents<Machine> machines) {
        this.projects = projects;
        this.sets = sets;
        this.processes = processes;
        this.machines = machines;
    }

    /** A candidate with the variable it was made of and that variable's owner. */
    record Entry(Candidate candidate, Variable variable, String owner) {}

    /**
     * The candidates and what they are weighed for.
     *
     * @param project the project's own set
     * @param entries by candidate, each by its identity: two values may be alike
     */
    record Field(
            VariableSet project,
            List<Candidate> candidates,
            IdentityHashMap<Candidate, Entry> entries,
            DeploymentScope deployment,
            ItemScope item) {
        static Field of(VariableSet project, List<Entry> entries, DeploymentScope deployment, ItemScope item) {
            var byCandidate = new IdentityHashMap<Candidate, Entry>();
            entries.forEach(entry -> byCandidate.put(entry.candidate(), entry));
            return new Field(project, entries.stream().map(Entry::candidate).toList(), byCandidate, deployment, item);
        }

        VariableResolution resolution() {
            return VariableResolution.of(candidates, deployment);
        }

        /** The entry of a candidate that came out of the {@link #resolution}. */
        Entry entry(Candidate candidate) {
            return Optional.ofNullable(entries.get(candidate)).orElseThrow();
        }
    }

    /** The sets a project uses, the weakest first. @throws Problem 404 */
    List<Stored<VariableSet>> sets(View view, String space, String project) {
        Stored<Project> found = projects.require(view, space, project);
        List<String> owners = new ArrayList<>(found.value().includedLibraryVariableSetIds());
        owners.add(found.id());
        return sets.of(view, space, owners);
    }

    /** The candidates for a question. @throws Problem 404 */
    Field of(View view, String space, Question question) {
        Stored<Project> project = projects.require(view, space, question.project());
        List<Stored<VariableSet>> used = sets(view, space, project.id());
        var deployment = new DeploymentScope(
                question.environment(), question.tenant(), Set.of(), question.channel(), Optional.of(project.id()));
        return Field.of(
                used.getLast().value(),
                used.stream()
                        .flatMap(set -> entries(set.value(), project).stream())
                        .toList(),
                deployment,
                item(view, project, question));
    }

    private static List<Entry> entries(VariableSet set, Stored<Project> project) {
        boolean own = set.ownerId().equalsIgnoreCase(project.id());
        return set.variables().stream()
                .map(variable -> new Entry(
                        new Candidate(
                                variable.name(),
                                Optional.ofNullable(variable.value()).orElse(PropertyValue.of("")),
                                variable.scope(),
                                own ? VariableSource.PROJECT : VariableSource.LIBRARY,
                                own ? "Project" : "Library set '" + set.ownerId() + "'"),
                        variable,
                        set.ownerId()))
                .toList();
    }

    private ItemScope item(View view, Stored<Project> project, Question question) {
        Set<String> held = question.machine()
                .map(id -> machines.byId(view, project.space(), id).orElseThrow(() -> Problem.notFound(id)))
                .map(machine -> Set.copyOf(machine.value().roles()))
                .orElseGet(() -> question.role().map(Set::of).orElse(Set.of()));
        Set<String> asked = question.action()
                .map(action -> stepRoles(view, project, action))
                .orElse(Set.of());
        return new ItemScope(question.action(), question.machine(), held, asked);
    }

    private Set<String> stepRoles(View view, Stored<Project> project, String action) {
        return processes.of(view, project.space(), project.id()).value().steps().stream()
                .filter(step ->
                        step.actions().stream().anyMatch(one -> one.key().equalsIgnoreCase(action)))
                .findFirst()
                .map(Step::roles)
                .map(Set::copyOf)
                .orElse(Set.of());
    }
}

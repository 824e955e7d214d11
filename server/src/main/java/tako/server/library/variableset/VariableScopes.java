package tako.server.library.variableset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.Machines;
import tako.server.resource.Document;
import tako.server.resource.Documents;
import tako.server.resource.PropertyValue;
import tako.server.resource.Reference;
import tako.server.resource.Stored;

/** What variables may be scoped to: shown to clients, and checked when they write. */
public final class VariableScopes {
    private final Documents<Environment> environments;
    private final Documents<Machine> machines;
    private final OwnerScopes owners;

    public VariableScopes(Documents<Environment> environments, Documents<Machine> machines, OwnerScopes owners) {
        this.environments = environments;
        this.machines = machines;
        this.owners = owners;
    }

    /** Everything an owner's variables can be scoped to. */
    ScopeValues of(View view, String space, String owner) {
        OwnerScopes.Choices choices = owners.of(view, space, owner);
        List<Stored<Machine>> targets = machines.all(view, space);
        return new ScopeValues(
                named(environments.all(view, space)),
                named(targets),
                choices.actions(),
                Machines.roles(targets).stream().map(ScopeValues.Named::tag).toList(),
                choices.channels(),
                choices.tenantTags(),
                choices.processes());
    }

    /**
     * The broken rules of what a project's variables name of the project itself; what stood there before may stay, though its
     * step be gone.
     *
     * @param difference the variables that are new or other than before
     */
    List<String> problems(View view, Stored<VariableSet> before, VariableDifference difference) {
        OwnerScopes.Choices choices =
                owners.of(view, before.space(), before.value().ownerId());
        Map<String, Set<String>> own = Map.of(
                VariableScope.ACTION, lower(choices.actions().stream().map(ScopeValues.Named::id)),
                VariableScope.CHANNEL, lower(choices.channels().stream().map(ScopeValues.Named::id)),
                VariableScope.PROCESS_OWNER, lower(choices.processes().stream().map(ScopeValues.ScopeProcess::id)));
        Map<String, VariableScope> old = new HashMap<>();
        difference.before().forEach(variable -> old.put(variable.identity(), variable.scope()));
        return difference.after().stream()
                .flatMap(variable -> own.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(dimension -> unknown(
                                variable,
                                dimension.getKey(),
                                dimension.getValue(),
                                old.getOrDefault(variable.identity(), VariableScope.EVERYTHING))))
                .toList();
    }

    /** What variables point at by ids. */
    static Stream<Reference> references(List<Variable> variables) {
        return variables.stream().flatMap(VariableScopes::references);
    }

    private static Stream<Reference> references(Variable variable) {
        Stream<Reference> scopes = Stream.of(
                        scope(variable, VariableScope.ENVIRONMENT, "Environments"),
                        scope(variable, VariableScope.MACHINE, "Machines"),
                        scope(variable, VariableScope.CHANNEL, "Channels"),
                        scope(variable, VariableScope.PROCESS_OWNER, ""))
                .flatMap(references -> references);
        return Stream.concat(scopes, valueReference(variable));
    }

    private static Stream<Reference> scope(Variable variable, String dimension, String idPrefix) {
        return Reference.from(
                "Variable '" + variable.name() + "', Scope." + dimension,
                idPrefix,
                variable.scope().values(dimension));
    }

    /** The value of a reference type is an id, unless it is made of other variables. */
    private static Stream<Reference> valueReference(Variable variable) {
        boolean isReference = variable.type() != VariableType.STRING && variable.type() != VariableType.SENSITIVE;
        return isReference && variable.value() instanceof PropertyValue.Plain(String id) && !id.contains("#{")
                ? Reference.from("Variable '" + variable.name() + "', Value", id)
                : Stream.empty();
    }

    private static Stream<String> unknown(Variable variable, String dimension, Set<String> own, VariableScope before) {
        Set<String> stood = lower(before.values(dimension).stream());
        return variable.scope().values(dimension).stream()
                .filter(id -> !own.contains(id.toLowerCase(Locale.ROOT)))
                .filter(id -> !stood.contains(id.toLowerCase(Locale.ROOT)))
                .map(id -> "Variable '" + variable.name() + "', Scope." + dimension + ": '" + id
                        + "' does not belong to this project. Choose one of its own.");
    }

    private static Set<String> lower(Stream<String> ids) {
        return ids.map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static <D extends Document> List<ScopeValues.Named> named(List<Stored<D>> documents) {
        return documents.stream()
                .map(stored -> new ScopeValues.Named(stored.id(), stored.value().name()))
                .toList();
    }
}

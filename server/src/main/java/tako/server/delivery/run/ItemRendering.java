package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tako.octostache.Variables;
import tako.platform.database.Database;
import tako.platform.database.View;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderContext.PackageInUse;
import tako.server.delivery.step.RenderingRefused;
import tako.server.infrastructure.machine.EndpointUse;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.Action;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Candidates;
import tako.server.projects.variable.ItemResolution;
import tako.server.projects.variable.ReferenceMembers.Named;
import tako.server.projects.variable.TargetVariables;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.Stored;

/**
 * Collects what the rendering of an item depends on: variables, properties, packages, and the way to its target. What users wrote is
 * evaluated between reads, never in one: whoever holds a transaction keeps others from reading.
 */
final class ItemRendering {
    private final Database database;
    private final LoadedRun loaded;
    private final RunParts.Sources sources;
    private final Consumer<String> mask;

    /** @param mask told of every secret that is opened here */
    ItemRendering(Database database, LoadedRun loaded, RunParts.Sources sources, Consumer<String> mask) {
        this.database = database;
        this.loaded = loaded;
        this.sources = sources;
        this.mask = mask;
    }

    /**
     * What was collected.
     *
     * @param tooShort the names of secrets that no log can hide
     * @param duplicates the names of variables with several values that nothing tells apart
     */
    record Collected(RenderContext context, List<String> tooShort, Set<String> duplicates) {}

    /**
     * What the rendering of an action depends on, for a target or on the server.
     *
     * @throws RenderingRefused when the target cannot be used, or a package is missing
     */
    Collected of(
            PlannedStep step, PlannedAction planned, Optional<Stored<Machine>> target, RunVariables.Moment moment) {
        target.flatMap(machine -> EndpointUse.obstacle(machine.value().endpoint()))
                .ifPresent(obstacle -> {
                    throw new RenderingRefused(List.of(obstacle));
                });
        RunVariables variables = loaded.variables();
        ItemResolution reached = withTarget(target, variables.resolution(step, planned, target, moment));
        ItemResolution resolved = withMembers(reached);
        List<PackageInUse> packages = packages(planned.action(), variables.of(resolved));
        ItemVariables known = variables.of(resolved.with(ActionPackages.candidates(packages)));
        RenderContext context = new RenderContext(
                planned.action().label(),
                planned.action().type(),
                variables.properties(planned.action().properties()),
                known.variables(),
                known.sensitive(),
                target.map(ItemRendering::target),
                packages);
        return new Collected(context, known.tooShort(), variables.duplicates(resolved));
    }

    private List<PackageInUse> packages(Action action, ItemVariables known) {
        if (action.packages().isEmpty()) {
            return List.of();
        }
        RunSpec spec = loaded.spec();
        List<PackageInUse> packages = new ActionPackages(
                        named -> database.read(view -> sources.feeds().find(view, spec.space(), named)), spec)
                .of(action, known.variables());
        packages.forEach(used -> mask.accept(used.feed().password().reveal()));
        return packages;
    }

    private ItemResolution withTarget(Optional<Stored<Machine>> target, ItemResolution known) {
        if (target.isEmpty()) {
            return known;
        }
        TargetVariables.Contribution contribution =
                permitted(() -> database.read(view -> sources.targets().of(view, target.get())));
        return known.with(Candidates.target(target.get().value().name(), masked(contribution)));
    }

    /** Variables whose value is a certificate or an account, with what these stand for. */
    private ItemResolution withMembers(ItemResolution known) {
        List<Candidate> references = known.references();
        if (references.isEmpty()) {
            return known;
        }
        Variables variables = loaded.variables().of(known).variables();
        Map<Candidate, Named> named = new LinkedHashMap<>();
        for (Candidate reference : references) {
            String id = variables.get(reference.name()).orElse("").strip();
            named.put(
                    reference,
                    new Named(reference.name(), id, loaded.spec().place().environmentId()));
        }
        return known.with(permitted(() -> database.read(view -> members(view, named))));
    }

    private List<Candidate> members(View view, Map<Candidate, Named> named) {
        List<Candidate> members = new ArrayList<>();
        named.forEach((reference, document) -> members.addAll(
                Candidates.members(reference, masked(sources.members().of(view, document)))));
        return members;
    }

    private TargetVariables.Contribution masked(TargetVariables.Contribution contribution) {
        contribution.secret().values().forEach(secret -> mask.accept(secret.reveal()));
        return contribution;
    }

    private static <T> T permitted(Supplier<T> opened) {
        try {
            return opened.get();
        } catch (NotForEnvironment refused) {
            throw new RenderingRefused(List.of(refused.sentence()));
        }
    }

    private static RenderContext.Target target(Stored<Machine> machine) {
        return new RenderContext.Target(
                machine.id(),
                machine.value().name(),
                machine.value().endpoint().communicationStyle(),
                new HashSet<>(machine.value().roles()));
    }
}

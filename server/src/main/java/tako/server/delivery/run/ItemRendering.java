package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tako.octostache.Variables;
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

/** Collects what the rendering of an item depends on: variables, properties, packages, and the way to its target. */
final class ItemRendering {
    private final LoadedRun loaded;
    private final RunParts.Sources sources;
    private final Consumer<String> mask;

    /** @param mask told of every secret that is opened here */
    ItemRendering(LoadedRun loaded, RunParts.Sources sources, Consumer<String> mask) {
        this.loaded = loaded;
        this.sources = sources;
        this.mask = mask;
    }

    /**
     * What the rendering of an action depends on, for a target or on the server.
     *
     * @throws RenderingRefused when the target cannot be used, or a package is missing
     */
    RenderContext of(
            View view,
            PlannedStep step,
            PlannedAction planned,
            Optional<Stored<Machine>> target,
            RunVariables.Moment moment) {
        target.flatMap(machine -> EndpointUse.obstacle(machine.value().endpoint()))
                .ifPresent(obstacle -> {
                    throw new RenderingRefused(List.of(obstacle));
                });
        RunVariables variables = loaded.variables();
        ItemResolution reached = withTarget(view, target, variables.resolution(step, planned, target, moment));
        ItemResolution resolved = withMembers(view, reached);
        List<PackageInUse> packages = packages(view, planned.action(), variables.of(view, resolved));
        ItemVariables known = variables.of(view, resolved.with(ActionPackages.candidates(packages)));
        maskEvaluated(known);
        return new RenderContext(
                planned.action().label(),
                planned.action().type(),
                variables.properties(view, planned.action().properties()),
                known.variables(),
                known.sensitive(),
                target.map(ItemRendering::target),
                packages);
    }

    private List<PackageInUse> packages(View view, Action action, ItemVariables known) {
        if (action.packages().isEmpty()) {
            return List.of();
        }
        RunSpec spec = loaded.spec();
        List<PackageInUse> packages = new ActionPackages(
                        named -> sources.feeds().find(view, spec.space(), named), spec)
                .of(action, known.variables());
        packages.forEach(used -> mask.accept(used.feed().password().reveal()));
        return packages;
    }

    /** A secret may name other variables: what steps get is the text that it evaluates to. */
    private void maskEvaluated(ItemVariables known) {
        Variables variables = known.variables();
        known.sensitive().stream()
                .filter(name -> variables
                        .raw(name)
                        .filter(value -> value.contains("#{"))
                        .isPresent())
                .forEach(name -> variables.get(name).ifPresent(mask));
    }

    private ItemResolution withTarget(View view, Optional<Stored<Machine>> target, ItemResolution known) {
        if (target.isEmpty()) {
            return known;
        }
        TargetVariables.Contribution contribution =
                permitted(() -> sources.targets().of(view, target.get()));
        return known.with(Candidates.target(target.get().value().name(), masked(contribution)));
    }

    /** Variables whose value is a certificate or an account, with what these stand for. */
    private ItemResolution withMembers(View view, ItemResolution known) {
        List<Candidate> references = known.references();
        if (references.isEmpty()) {
            return known;
        }
        Variables variables = loaded.variables().of(view, known).variables();
        List<Candidate> members = new ArrayList<>();
        for (Candidate reference : references) {
            String id = variables.get(reference.name()).orElse("").strip();
            Named named = new Named(reference.name(), id, loaded.spec().place().environmentId());
            members.addAll(Candidates.members(
                    reference, masked(permitted(() -> sources.members().of(view, named)))));
        }
        return known.with(members);
    }

    private TargetVariables.Contribution masked(TargetVariables.Contribution contribution) {
        contribution.secret().values().forEach(secret -> mask.accept(secret.reveal()));
        return contribution;
    }

    private static TargetVariables.Contribution permitted(Supplier<TargetVariables.Contribution> opened) {
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

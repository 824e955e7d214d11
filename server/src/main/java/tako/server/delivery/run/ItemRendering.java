package tako.server.delivery.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Action action = planned.action();
        ItemVariables known = withMembers(
                view, withTarget(view, target, loaded.variables().ofItem(view, step, planned, target, moment)));
        RunSpec spec = loaded.spec();
        List<PackageInUse> packages = new ActionPackages(
                        named -> sources.feeds().find(view, spec.space(), named), spec)
                .of(action, known.variables());
        packages.forEach(used -> mask.accept(used.feed().password().reveal()));
        Set<String> sensitive = names(known.sensitive());
        sensitive.addAll(ActionPackages.secrets(packages));
        maskEvaluated(known);
        return new RenderContext(
                action.label(),
                action.type(),
                loaded.variables().properties(view, action.properties()),
                known.variables().with(ActionPackages.variables(packages)),
                sensitive,
                target.map(ItemRendering::target),
                packages);
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

    private ItemVariables withTarget(View view, Optional<Stored<Machine>> target, ItemVariables known) {
        if (target.isEmpty()) {
            return known;
        }
        return with(known, permitted(() -> sources.targets().of(view, target.get())));
    }

    /** Variables whose value is a certificate or an account, with what these stand for. */
    private ItemVariables withMembers(View view, ItemVariables known) {
        ItemVariables all = known;
        for (String variable : loaded.variables().references()) {
            String id = known.variables().evaluate("#{" + variable + "}").text().strip();
            Named named = new Named(variable, id, loaded.spec().place().environmentId());
            all = with(all, permitted(() -> sources.members().of(view, named)));
        }
        return all;
    }

    private ItemVariables with(ItemVariables known, TargetVariables.Contribution contribution) {
        Map<String, String> values = new LinkedHashMap<>(contribution.plain());
        contribution.secret().forEach((name, secret) -> {
            mask.accept(secret.reveal());
            values.put(name, secret.reveal());
        });
        Set<String> sensitive = names(known.sensitive());
        sensitive.addAll(contribution.secret().keySet());
        return new ItemVariables(known.variables().with(values), sensitive);
    }

    private static TargetVariables.Contribution permitted(Supplier<TargetVariables.Contribution> opened) {
        try {
            return opened.get();
        } catch (NotForEnvironment refused) {
            throw new RenderingRefused(List.of(refused.sentence()));
        }
    }

    private static Set<String> names(Set<String> some) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(some);
        return names;
    }

    private static RenderContext.Target target(Stored<Machine> machine) {
        return new RenderContext.Target(
                machine.id(),
                machine.value().name(),
                machine.value().endpoint().communicationStyle(),
                new HashSet<>(machine.value().roles()));
    }
}

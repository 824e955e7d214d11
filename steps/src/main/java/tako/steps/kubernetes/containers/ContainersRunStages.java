package tako.steps.kubernetes.containers;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RunContext;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.ManifestYaml;
import tako.steps.kubernetes.rollout.Applying;
import tako.steps.kubernetes.rollout.Applying.Applied;
import tako.steps.kubernetes.rollout.CleanUp;
import tako.steps.kubernetes.rollout.FailureDescription;
import tako.steps.kubernetes.rollout.RolloutResult;
import tako.steps.kubernetes.rollout.RolloutWatch;
import tako.steps.kubernetes.rollout.StatusCheck;
import tako.steps.kubernetes.rollout.StatusRules;

/**
 * One run of the step: what the workload refers to, the workload, its rollout, then the service and the ingress that lead to it, and
 * at the end what earlier deployments left behind. A failure stops what comes after it and says so.
 */
final class ContainersRunStages {
    private final Cluster cluster;
    private final ContainersRendering rendering;
    private final RunContext context;
    private final Applying applying;
    private final ContainersRunOutputs outputs;
    private ContainersRunStage stage = ContainersRunStage.PARTS;

    ContainersRunStages(Cluster cluster, ContainersRendering rendering, RunContext context) {
        this.cluster = cluster;
        this.rendering = rendering;
        this.context = context;
        this.applying = new Applying(cluster, rendering.access().namespace(), rendering.apply(), context.log());
        this.outputs = new ContainersRunOutputs(rendering.objects(), context);
    }

    Outcome run() throws InterruptedException {
        try {
            var reason = stages();
            return reason.isPresent() ? failed(reason.get()) : new Outcome.Succeeded();
        } catch (ClusterException e) {
            return failed(e.sentence());
        } catch (InterruptedException e) {
            context.log().warning("The step was stopped. " + applying.account() + " It stays as it is.");
            throw e;
        } finally {
            outputs.publish();
        }
    }

    /** Why it failed; empty if it did not. */
    private Optional<String> stages() throws InterruptedException {
        var objects = rendering.objects();
        var last = List.of(objects.workload(), objects.service(), objects.ingress());
        for (var object : objects.all()) {
            if (!last.contains(Optional.of(object))) {
                apply(object);
            }
        }
        stage = ContainersRunStage.WORKLOAD;
        var workload = apply(objects.workload());
        stage = ContainersRunStage.ROLLOUT;
        var reason = rollout(workload);
        if (reason.isEmpty()) {
            stage = ContainersRunStage.SERVICE;
            apply(objects.service());
            stage = ContainersRunStage.INGRESS;
            apply(objects.ingress());
            stage = ContainersRunStage.CHECK;
            reason = check();
        }
        if (reason.isEmpty()) {
            stage = ContainersRunStage.CLEAN_UP;
            if (workload.isPresent()) {
                cleanUp(workload.get());
            }
        }
        return reason;
    }

    private Optional<Applied> apply(Optional<Manifest> object) throws InterruptedException {
        return object.isPresent() ? Optional.of(apply(object.get())) : Optional.empty();
    }

    private Applied apply(Manifest object) throws InterruptedException {
        context.log().verbose("Applying " + object.title() + ":\n" + ManifestYaml.text(object.shown()));
        var applied =
                OldPods.isJob(object.apiVersion(), object.kind()) ? applying.applyJob(object) : applying.apply(object);
        outputs.take(object, applied.live());
        return applied;
    }

    /** Waits for the workload before traffic is led to it, if the step asks for that; blue/green always does. */
    private Optional<String> rollout(Optional<Applied> workload) throws InterruptedException {
        boolean isSwap = rendering.strategy() == Strategy.BLUE_GREEN;
        if (workload.isEmpty() || isJob(workload.get()) || rendering.strategy() == Strategy.ON_DELETE) {
            return Optional.empty();
        }
        return switch (rendering.check()) {
            case StatusCheck.Rollout(var limit) -> await(List.of(workload.get()), limit, false);
            case StatusCheck.Objects all when isSwap -> await(List.of(workload.get()), all.limit(), false);
            case StatusCheck.None _ when isSwap -> await(List.of(workload.get()), Optional.empty(), false);
            case StatusCheck.Objects _, StatusCheck.None _ -> Optional.empty();
        };
    }

    private static boolean isJob(Applied workload) {
        var kind = workload.place().kind();
        return OldPods.isJob(kind.apiVersion(), kind.kind());
    }

    /** Waits for everything that was applied, if the step asks for that. */
    private Optional<String> check() throws InterruptedException {
        return switch (rendering.check()) {
            case StatusCheck.Objects(var limit, boolean forJobs) -> await(applying.applied(), limit, forJobs);
            case StatusCheck.Rollout _, StatusCheck.None _ -> Optional.empty();
        };
    }

    private Optional<String> await(List<Applied> applied, Optional<Duration> limit, boolean forJobs)
            throws InterruptedException {
        var watch = new RolloutWatch(cluster, new StatusRules(forJobs), limit, context.log());
        var result = watch.await(applied);
        outputs.refresh(result.latest());
        return switch (result) {
            case RolloutResult.Up _ -> Optional.empty();
            case RolloutResult.Failed failure ->
                Optional.of(new FailureDescription(cluster, context.log()).describe(failure));
            case RolloutResult.Lost lost -> Optional.of(lost.sentence());
        };
    }

    private void cleanUp(Applied workload) throws InterruptedException {
        var cleanUp = new CleanUp(
                cluster, rendering.access().namespace(), rendering.owned(), rendering.instance(), context.log());
        try {
            for (var kind : kindsToClean(workload)) {
                cleanUp.remove(kind);
            }
        } catch (ClusterException e) {
            // The new version runs and gets the traffic: leftovers are for the log, and the next deployment removes
            // them.
            context.log().warning(e.sentence());
            ContainersRunTexts.left(rendering).forEach(context.log()::warning);
        }
    }

    private Set<ObjectKind> kindsToClean(Applied workload) throws InterruptedException {
        var kinds = new LinkedHashSet<ObjectKind>();
        if (rendering.strategy() == Strategy.BLUE_GREEN) {
            kinds.add(ObjectKind.DEPLOYMENT);
        }
        if (OldPods.mayRun(workload.live(), rendering)) {
            context.log()
                    .verbose("Config maps and secrets of earlier deployments stay: pods that use them may still run."
                            + " The next deployment that waits until its own pods are up removes them.");
        } else {
            kinds.add(ObjectKind.CONFIG_MAP);
            kinds.add(ObjectKind.SECRET);
        }
        for (var custom : rendering.objects().customResources()) {
            kinds.add(cluster.kind(custom.apiVersion(), custom.kind()));
        }
        return kinds;
    }

    private Outcome failed(String reason) {
        context.log().error(reason);
        ContainersRunTexts.consequences(stage, rendering).forEach(context.log()::info);
        context.log().info(applying.account());
        return new Outcome.Failed(reason);
    }
}

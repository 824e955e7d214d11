package tako.steps.kubernetes.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RunContext;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.ManifestYaml;
import tako.steps.kubernetes.rollout.Applying;
import tako.steps.kubernetes.rollout.Applying.Applied;
import tako.steps.kubernetes.rollout.FailureDescription;
import tako.steps.kubernetes.rollout.RolloutResult;
import tako.steps.kubernetes.rollout.RolloutWatch;
import tako.steps.kubernetes.rollout.StatusCheck;
import tako.steps.kubernetes.rollout.StatusRules;
import tools.jackson.databind.node.ObjectNode;

/** One run of the step: every object in the order of the text, then the wait for all of them. */
final class RawYamlRun {
    private final Cluster cluster;
    private final RawYamlRendering rendering;
    private final RunContext context;
    private final Applying applying;
    private final NewKinds newKinds;
    private final RawYamlOutputs outputs = new RawYamlOutputs();
    private Map<String, ObjectNode> latest = Map.of();

    RawYamlRun(Cluster cluster, RawYamlRendering rendering, RunContext context) {
        this.cluster = cluster;
        this.rendering = rendering;
        this.context = context;
        this.applying = new Applying(cluster, rendering.access().namespace(), rendering.apply(), context.log());
        this.newKinds = new NewKinds(cluster);
    }

    Outcome run() throws InterruptedException {
        try {
            for (Manifest object : rendering.objects()) {
                apply(object);
            }
            var reason = check();
            return reason.isPresent() ? failed(reason.get()) : new Outcome.Succeeded();
        } catch (ClusterException e) {
            return failed(e.failure().sentence());
        } catch (InterruptedException e) {
            context.log().warning("The step was stopped. " + applying.account() + " It stays as it is.");
            throw e;
        } finally {
            outputs.publish(latest, context);
        }
    }

    private void apply(Manifest object) throws InterruptedException {
        newKinds.awaitKindOf(object);
        context.log().verbose("Applying " + object.title() + ":\n" + ManifestYaml.text(object.shown()));
        var live = applying.apply(object).live();
        outputs.take(object, live);
        newKinds.take(live);
    }

    /** Why the objects did not come up; empty if they did, or if nobody waits. */
    private Optional<String> check() throws InterruptedException {
        return switch (rendering.check()) {
            case StatusCheck.None _ -> Optional.empty();
            case StatusCheck.Rollout(var limit) ->
                await(new RolloutWatch(cluster, new StatusRules(false), limit, context.log()));
            case StatusCheck.Objects(var limit, boolean forJobs) ->
                await(new RolloutWatch(cluster, new StatusRules(forJobs), limit, context.log()));
        };
    }

    private Optional<String> await(RolloutWatch watch) throws InterruptedException {
        List<Applied> applied = applying.applied();
        var result = watch.await(applied);
        latest = result.latest();
        return switch (result) {
            case RolloutResult.Up _ -> Optional.empty();
            case RolloutResult.Failed failure ->
                Optional.of(new FailureDescription(cluster, context.log()).describe(failure));
            case RolloutResult.Lost lost -> Optional.of(lost.sentence());
        };
    }

    private Outcome failed(String reason) {
        context.log().error(reason);
        context.log().info(applying.account());
        return new Outcome.Failed(reason);
    }
}

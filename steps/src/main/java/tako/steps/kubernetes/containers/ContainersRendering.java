package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.delivery.step.Rendering;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.ManifestYaml;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;

/**
 * All objects of the step, complete, and how they go into the cluster.
 *
 * @param access the cluster and the namespace
 * @param strategy how a new version takes the place of the old one
 * @param apply how objects are applied
 * @param check what is waited for
 * @param owned the labels that tell this step's objects of earlier deployments from all others: what clean-up looks for, without the label
 *     of the deployment itself
 * @param instance the label of this deployment or run, and its value: what carries it stays
 * @param notes what was noticed while rendering, for the log
 */
record ContainersRendering(
        ClusterAccess access,
        Objects objects,
        Strategy strategy,
        ApplyOptions apply,
        StatusCheck check,
        Map<String, String> owned,
        Map.Entry<String, String> instance,
        List<String> notes)
        implements Rendering {

    /** How a new version takes the place of the old one. */
    enum Strategy {
        ROLLING_UPDATE,
        RECREATE,
        BLUE_GREEN,
        ON_DELETE
    }

    /**
     * The objects, in the order in which they are applied.
     *
     * @param feedSecrets shared by all steps that use the feed: without labels, never cleaned up
     * @param tlsSecrets of the ingress: under the names that the step gives, with its labels
     * @param workload the Deployment, StatefulSet, DaemonSet or Job
     */
    record Objects(
            List<Manifest> feedSecrets,
            Optional<Manifest> configMap,
            Optional<Manifest> secret,
            List<Manifest> tlsSecrets,
            List<Manifest> customResources,
            Optional<Manifest> workload,
            Optional<Manifest> service,
            Optional<Manifest> ingress) {
        /** All of them, in that order. */
        List<Manifest> all() {
            return Stream.of(
                            feedSecrets.stream(),
                            configMap.stream(),
                            secret.stream(),
                            tlsSecrets.stream(),
                            customResources.stream(),
                            workload.stream(),
                            service.stream(),
                            ingress.stream())
                    .flatMap(objects -> objects)
                    .toList();
        }
    }

    @Override
    public List<RenderedText> texts() {
        return objects.all().stream()
                .map(object -> new RenderedText(
                        object.kind().toLowerCase(Locale.ROOT) + "-" + object.name() + ".yaml",
                        "yaml",
                        ManifestYaml.text(object.shown())))
                .toList();
    }

    /** Never the objects, which may hold secrets. */
    @Override
    public String toString() {
        return "ContainersRendering[" + objects.all() + "]";
    }
}

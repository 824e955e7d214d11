package tako.steps.kubernetes.yaml;

import java.util.List;
import java.util.Locale;
import tako.server.delivery.step.Rendering;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.ManifestYaml;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;

/**
 * The objects of the step's YAML, and how they go into the cluster.
 *
 * @param access the cluster and the namespace
 * @param objects in the order of the text, in which they are applied
 * @param notes what was noticed while rendering, for the log
 */
public record RawYamlRendering(
        ClusterAccess access, List<Manifest> objects, ApplyOptions apply, StatusCheck check, List<String> notes)
        implements Rendering {

    @Override
    public List<RenderedText> texts() {
        return objects.stream()
                .map(object -> new RenderedText(
                        object.kind().toLowerCase(Locale.ROOT) + "-" + object.name() + ".yaml",
                        "yaml",
                        ManifestYaml.text(object.shown())))
                .toList();
    }

    /** Never the objects, which may hold secrets. */
    @Override
    public String toString() {
        return "RawYamlRendering[" + objects + "]";
    }
}

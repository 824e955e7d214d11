package tako.steps.kubernetes.kubectl;

import java.util.List;
import java.util.stream.Stream;
import tako.server.delivery.step.Rendering;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.manifest.ManifestYaml;
import tako.steps.scripting.ScriptRendering;

/**
 * A script, ready to run with a kubectl that reaches the target's cluster.
 *
 * @param kubectl the program's name or path
 */
public record KubectlRendering(ScriptRendering script, ClusterAccess access, String kubectl) implements Rendering {

    /** The script, and the kubeconfig without its secrets. */
    @Override
    public List<RenderedText> texts() {
        var kubeconfig = new RenderedText(
                KubectlSetting.KUBECONFIG,
                "yaml",
                ManifestYaml.text(Kubeconfig.of(access).shown()));
        return Stream.concat(script.texts().stream(), Stream.of(kubeconfig)).toList();
    }

    /** Without what may hold secrets. */
    @Override
    public String toString() {
        return "KubectlRendering[" + script + "]";
    }
}

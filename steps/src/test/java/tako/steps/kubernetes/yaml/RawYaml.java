package tako.steps.kubernetes.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Variables;
import tako.server.delivery.step.RenderContext;
import tako.steps.kubernetes.TargetVariables;

/** Steps of YAML for tests. */
final class RawYaml {
    private RawYaml() {}

    /** What a step depends on; its target's variables are among those given, or lead nowhere. */
    static RenderContext context(Map<String, String> properties, Map<String, String> variables, Set<String> sensitive) {
        var allProperties = new HashMap<>(Map.of(RawYamlProperties.SOURCE, "Inline"));
        allProperties.putAll(properties);
        var allVariables = new HashMap<>(
                variables.containsKey("Octopus.Action.Kubernetes.ClusterUrl")
                        ? Map.<String, String>of()
                        : TargetVariables.SOMEWHERE);
        allVariables.putAll(variables);
        return new RenderContext(
                "Apply",
                "Octopus.KubernetesDeployRawYaml",
                allProperties,
                Variables.of(allVariables),
                sensitive,
                Optional.empty(),
                List.of());
    }

    /** A YAML text with variables. */
    static RenderContext context(String yaml, Map<String, String> variables, String... sensitive) {
        return context(Map.of(RawYamlProperties.BODY, yaml), variables, Set.of(sensitive));
    }
}

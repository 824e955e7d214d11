package tako.steps.kubernetes.yaml;

import java.util.List;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepField.Control;
import tako.steps.kubernetes.rollout.RolloutProperties;

/** The properties of the step, by their wire names. */
final class RawYamlProperties {
    static final String SOURCE = "Octopus.Action.Script.ScriptSource";
    static final String BODY = "Octopus.Action.KubernetesContainers.CustomResourceYaml";
    static final String FILES = "Octopus.Action.KubernetesContainers.CustomResourceYamlFileName";
    static final String NAMESPACE = "Octopus.Action.KubernetesContainers.Namespace";
    static final String FAIL_ON_UNRESOLVED = "OctopusShouldFailDeploymentOnSubstitutionFails";
    static final String INLINE = "Inline";

    private static final List<String> SWITCH = List.of("True", "False");

    /** What a form shows. */
    static final List<StepField> FIELDS = List.of(
            new StepField(
                    SOURCE,
                    "Where the YAML is",
                    Control.CHOICE,
                    false,
                    "GitRepository",
                    List.of(INLINE, "Package", "GitRepository")),
            new StepField(BODY, "YAML", Control.CODE, false, "", List.of()),
            new StepField(FILES, "Files in the package or repository", Control.MULTILINE, false, "", List.of()),
            new StepField(NAMESPACE, "Namespace", Control.TEXT, false, "", List.of()),
            new StepField(RolloutProperties.SERVER_SIDE, "Server-side apply", Control.BOOLEAN, false, "True", SWITCH),
            new StepField(
                    RolloutProperties.FORCE,
                    "Take over fields that others set",
                    Control.BOOLEAN,
                    false,
                    "True",
                    SWITCH),
            new StepField(
                    RolloutProperties.CHECK, "Wait until the objects are up", Control.BOOLEAN, false, "True", SWITCH),
            new StepField(RolloutProperties.LIMIT, "Longest wait, in seconds", Control.NUMBER, false, "180", List.of()),
            new StepField(RolloutProperties.JOBS, "Wait for the end of jobs", Control.BOOLEAN, false, "False", SWITCH));

    private RawYamlProperties() {}

    /** What a form calls a property. */
    static String label(String key) {
        return FIELDS.stream()
                .filter(field -> field.key().equals(key))
                .map(StepField::label)
                .findFirst()
                .orElse(key);
    }
}

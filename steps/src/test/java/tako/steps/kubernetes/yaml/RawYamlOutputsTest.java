package tako.steps.kubernetes.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.manifest;
import static tako.steps.kubernetes.Objects.object;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tako.steps.kubernetes.RecordedStep;
import tako.steps.kubernetes.manifest.Manifest;

/** What later steps get of applied objects. */
class RawYamlOutputsTest {
    private final RawYamlOutputs outputs = new RawYamlOutputs();
    private final RecordedStep step = new RecordedStep();

    @Test
    void whatever_a_secret_went_into_is_sensitive_like_a_secret() {
        take("{kind: Secret, metadata: {name: keys}}");
        take("{kind: ConfigMap, metadata: {name: settings}}");
        var clear = object("{kind: Deployment, metadata: {name: web}, spec: {password: hush}}");
        outputs.take(
                new Manifest(clear, object("{kind: Deployment, metadata: {name: web}, spec: {password: '********'}}")),
                clear);
        outputs.publish(Map.of(), step);

        assertThat(step.output("CustomResources(keys)").sensitive()).isTrue();
        assertThat(step.output("CustomResources(settings)").sensitive()).isFalse();
        assertThat(step.output("CustomResources(web)").sensitive()).isTrue();
    }

    @Test
    void objects_of_one_name_are_told_apart_by_their_kind() {
        take("{kind: Deployment, metadata: {name: web}}");
        take("{kind: Service, metadata: {name: web}}");
        take("{kind: Service, metadata: {name: other}}");
        outputs.publish(Map.of(), step);

        assertThat(step.outputs())
                .containsOnlyKeys(
                        "CustomResources(Deployment/web)", "CustomResources(Service/web)", "CustomResources(other)");
    }

    private void take(String yaml) {
        outputs.take(manifest(yaml), object(yaml));
    }
}

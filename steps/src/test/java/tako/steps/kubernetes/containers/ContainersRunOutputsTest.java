package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.steps.kubernetes.RecordedStep;
import tako.steps.kubernetes.manifest.Manifest;

/** What later steps get of the objects of a containers step. */
class ContainersRunOutputsTest {
    private final RecordedStep step = new RecordedStep();

    @Test
    void whatever_a_secret_variable_went_into_is_sensitive() {
        var clear = object("{kind: ConfigMap, metadata: {name: settings}, data: {password: hush}}");
        var settings = new Manifest(
                clear, object("{kind: ConfigMap, metadata: {name: settings}, data: {password: '********'}}"));
        var web = Manifest.of(object("{kind: Deployment, metadata: {name: web}}"));
        var outputs = new ContainersRunOutputs(
                new ContainersRendering.Objects(
                        List.of(),
                        Optional.of(settings),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.of(web),
                        Optional.empty(),
                        Optional.empty()),
                step);
        outputs.take(settings, clear);
        outputs.take(web, web.json());
        outputs.publish();

        assertThat(step.output("ConfigMap").sensitive()).isTrue();
        assertThat(step.output("Deployment").sensitive()).isFalse();
    }
}

package tako.bench.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WorkloadTest {
    private final Workload workload = new Workload("registry.example.org/hello:1");

    @Test
    void isTwentyConfigMapsAndThenOneDeployment() {
        List<ObjectNode> objects = workload.objects("1.0.1", "here");

        assertThat(objects.subList(0, 20))
                .allMatch(object -> object.path("kind").asString().equals("ConfigMap"))
                .doesNotHaveDuplicates();
        assertThat(objects).hasSize(21);
        assertThat(objects.getLast().path("kind").asString()).isEqualTo("Deployment");
    }

    @Test
    void eachObjectHoldsTheVersion() {
        assertThat(workload.objects("1.0.1", "here"))
                .allMatch(object -> object.toString().contains("\"version\":\"1.0.1\""));
    }

    @Test
    void theStepsTextHasTheReleaseInItsPlace() {
        assertThat(workload.yaml()).contains("version: \"#{Octopus.Release.Number}\"");
    }
}

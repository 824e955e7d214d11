package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;

/** Kinds of workloads and their strategies. */
class WorkloadTest {
    @Test
    void deployment_with_everything_it_can_have() {
        var step = ContainersBench.web()
                .with("Replicas", "#{Count}")
                .variable("Count", "3")
                .with("MaxUnavailable", "25%")
                .with("MaxSurge", "1")
                .with("RevisionHistoryLimit", "1")
                .with("ProgressDeadlineSeconds", "600")
                .with("MinReadySeconds", "5")
                .with("DeploymentPaused", "True")
                .with("DeploymentLabels", "{\"tier\":\"front\",\"app\":\"#{Octopus.Environment.Name}\"}")
                .with(
                        "DeploymentAnnotations",
                        "[{\"key\":\"example.org/number\",\"value\":42},{\"key\":\"b\",\"value\":\"true\"}]")
                .with("PodAnnotations", "[{\"key\":\"example.org/scrape\",\"value\":true}]");

        Golden.assertSame(step.render(), "deployment.yaml");
    }

    @Test
    void stateful_set_with_claims_and_the_service_of_the_step() {
        var step = ContainersBench.web()
                .feature("Service")
                .with("DeploymentResourceType", "StatefulSet")
                .with("DeploymentStyle", "RollingUpdate")
                .with("PodManagementPolicy", "Parallel")
                .with("Partition", "2")
                .with("ServiceNameType", "Managed")
                .with("ServiceName", "web-headless")
                .with("ServiceClusterIp", "None")
                .container(
                        "\"VolumeMounts\":[{\"key\":\"data\",\"value\":\"/data\"},{\"key\":\"logs\",\"value\":\"/logs\"}]")
                .with("PersistentVolumeClaims", """
                        [{"Name":"data","AccessModes":"ReadWriteOnce","StorageClassName":"fast","Storage":"1Gi"},
                         {"metadata":{"name":"logs"},"spec":{"accessModes":["ReadWriteMany"],"resources":{"requests":{"storage":"2Gi"}}}}]
                        """);

        Golden.assertSame(step.render(), "stateful-set.yaml");
    }

    @Test
    void daemon_set_that_is_updated_when_its_pods_are_deleted() {
        var step = ContainersBench.web()
                .with("DeploymentResourceType", "DaemonSet")
                .with("DeploymentStyle", "OnDelete")
                .with("MaxUnavailable", "1");

        Golden.assertSame(step.render(), "daemon-set.yaml");
        assertThat(step.render().strategy()).isEqualTo(Strategy.ON_DELETE);
    }

    @Test
    void job_whose_pods_are_not_started_again() {
        var step = ContainersBench.web()
                .with("DeploymentResourceType", "Job")
                .with("DeploymentStyle", "BlueGreen")
                .with("Completions", "2")
                .with("Parallelism", "1")
                .with("BackoffLimit", "0")
                .with("ActiveDeadlineSeconds", "60")
                .with("TtlSecondsAfterFinished", "0");

        Golden.assertSame(step.render(), "job.yaml");
    }

    @Test
    void recreate_leaves_out_the_numbers_of_a_rolling_update() {
        var workload = ContainersBench.web()
                .with("DeploymentStyle", "recreate")
                .with("MaxSurge", "1")
                .workload();

        assertThat(workload.at("/spec/strategy")).hasToString("{\"type\":\"Recreate\"}");
    }

    @Test
    void blue_green_makes_an_object_of_its_own_for_each_deployment() {
        var step = ContainersBench.web()
                .feature("Service")
                .with("DeploymentStyle", "BlueGreen")
                .with("ServiceName", "web")
                .with("ServicePorts", "[{\"name\":\"web\",\"port\":80}]");

        Golden.assertSame(step.render(), "blue-green.yaml");
        assertThat(step.render().strategy()).isEqualTo(Strategy.BLUE_GREEN);
    }

    @Test
    void a_runbook_run_and_a_tenant_stand_in_the_labels() {
        var step = ContainersBench.web()
                .with("DeploymentStyle", "BlueGreen")
                .variable("Octopus.RunbookRun.Id", "RunbookRuns-9")
                .variable("Octopus.Deployment.Tenant.Id", "Tenants-5");
        var labels = step.workload().at("/metadata/labels");

        assertThat(labels.path("Octopus.Deployment.Id").asString()).isEmpty();
        assertThat(labels.path("Octopus.RunbookRun.Id").asString()).isEqualTo("runbookruns-9");
        assertThat(labels.path("Octopus.Deployment.Tenant.Id").asString()).isEqualTo("tenants-5");
        assertThat(step.render().objects().workload().orElseThrow().name()).isEqualTo("web-runbookruns-9");
        assertThat(step.render().instance().getKey()).isEqualTo("Octopus.RunbookRun.Id");
        assertThat(step.render().instance().getValue()).isEqualTo("runbookruns-9");
    }

    @Test
    void what_clean_up_looks_for_says_nothing_of_the_deployment() {
        assertThat(ContainersBench.web().render().owned())
                .containsOnlyKeys(
                        "Octopus.Kubernetes.SelectionStrategyVersion",
                        "Octopus.Project.Id",
                        "Octopus.Step.Id",
                        "Octopus.Action.Id",
                        "Octopus.Environment.Id",
                        "Octopus.Deployment.Tenant.Id")
                .containsEntry("Octopus.Project.Id", "projects-1");
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, OnDelete, 'A Deployment has no strategy OnDelete. Choose one of RollingUpdate, Recreate, BlueGreen.'",
        "StatefulSet, BlueGreen, 'A StatefulSet has no strategy BlueGreen. Choose one of RollingUpdate, OnDelete.'",
        "DaemonSet, Recreate, 'A DaemonSet has no strategy Recreate. Choose one of RollingUpdate, OnDelete.'",
    })
    void a_strategy_that_the_kind_has_not_is_refused(String kind, String style, String sentence) {
        var step = ContainersBench.web().with("DeploymentResourceType", kind).with("DeploymentStyle", style);

        assertThat(step.problems()).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "Deployments-21, deployments-21",
        "'A name with blanks!', a-name-with-blanks",
        "'', ''",
    })
    void label_values_are_made_valid(String text, String value) {
        assertThat(Labels.value(text)).isEqualTo(value);
    }

    @Test
    void long_label_values_stay_apart() {
        String long1 = "x".repeat(80) + "-deployments-1";
        String long2 = "x".repeat(80) + "-deployments-2";

        assertThat(Labels.value(long1)).hasSize(63).isNotEqualTo(Labels.value(long2));
    }
}

package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.rollout.StatusCheck;

/** When config maps and secrets of earlier deployments have to stay. */
class OldPodsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROLLING_UPDATE | objects | {kind: Deployment}                                                                     | false",
                "ROLLING_UPDATE | rollout | {kind: Deployment}                                                                     | false",
                "ROLLING_UPDATE | none    | {kind: Deployment}                                                                     | true",
                "ROLLING_UPDATE | objects | {kind: Deployment, spec: {paused: true}}                                               | true",
                "BLUE_GREEN     | none    | {kind: Deployment}                                                                     | false",
                "ON_DELETE      | objects | {kind: StatefulSet}                                                                    | true",
                "ROLLING_UPDATE | objects | {kind: StatefulSet, spec: {updateStrategy: {rollingUpdate: {partition: 1}}}}           | true",
                "ROLLING_UPDATE | none    | {apiVersion: batch/v1, kind: Job}                                                      | false",
                "ROLLING_UPDATE | none    | {apiVersion: batch.example.org/v1, kind: Job}                                          | true",
            })
    void may_still_run(Strategy strategy, String check, String workload, boolean mayRun) {
        var rendered = ContainersBench.web().render();
        var rendering = new ContainersRendering(
                rendered.access(),
                rendered.objects(),
                strategy,
                rendered.apply(),
                check(check),
                rendered.owned(),
                rendered.instance(),
                rendered.notes());

        assertThat(OldPods.mayRun(object(workload), rendering)).isEqualTo(mayRun);
    }

    private static StatusCheck check(String word) {
        return switch (word) {
            case "objects" -> new StatusCheck.Objects(Optional.empty(), false);
            case "rollout" -> new StatusCheck.Rollout(Optional.empty());
            default -> new StatusCheck.None();
        };
    }
}

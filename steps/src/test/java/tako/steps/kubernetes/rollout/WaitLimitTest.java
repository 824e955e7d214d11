package tako.steps.kubernetes.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.steps.kubernetes.cluster.ClusterBounds;

/** Every wait has a bound. */
class WaitLimitTest {
    @Test
    void the_steps_own_limit_goes_before_all_others() {
        assertThat(WaitLimit.of(Optional.of(Duration.ofMinutes(3)), List.of(), ClusterBounds.STANDARD))
                .isEqualTo(new WaitLimit(Duration.ofMinutes(3), "the step's limit of 3 minutes"));
    }

    @Test
    void without_one_the_servers_bound_holds() {
        var usual = object("{kind: Deployment, spec: {}}");
        assertThat(WaitLimit.of(Optional.empty(), List.of(usual), ClusterBounds.STANDARD))
                .isEqualTo(new WaitLimit(Duration.ofMinutes(30), "the server's bound of 30 minutes"));
    }

    @Test
    void a_deployment_that_allows_itself_more_gets_a_minute_more_than_that() {
        var slow = object("{kind: Deployment, spec: {progressDeadlineSeconds: 7200}}");
        assertThat(WaitLimit.of(Optional.empty(), List.of(slow), ClusterBounds.STANDARD)
                        .duration())
                .isEqualTo(Duration.ofMinutes(121));
    }

    @Test
    void durations_are_said_as_people_say_them() {
        assertThat(WaitLimit.inWords(Duration.ofSeconds(1))).isEqualTo("1 second");
        assertThat(WaitLimit.inWords(Duration.ofMinutes(1))).isEqualTo("60 seconds");
        assertThat(WaitLimit.inWords(Duration.ofSeconds(125))).isEqualTo("125 seconds");
        assertThat(WaitLimit.inWords(Duration.ofMinutes(5))).isEqualTo("5 minutes");
    }
}

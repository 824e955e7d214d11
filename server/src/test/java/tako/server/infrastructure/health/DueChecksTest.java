package tako.server.infrastructure.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.server.infrastructure.health.DueChecks.Candidate;

class DueChecksTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<String, Duration> HOURLY = Map.of("machinepolicies-1", Duration.ofHours(1));

    private static List<Candidate> due(String policy, Duration ago) {
        var candidate = new Candidate("Machines-1", "Spaces-1", policy, NOON.minus(ago));
        return DueChecks.due(List.of(candidate), HOURLY, NOON);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,false", "PT59M59S,false", "PT1H,true", "PT100H,true"})
    void a_check_is_due_when_its_policys_interval_has_passed(Duration ago, boolean isDue) {
        assertThat(!due("machinepolicies-1", ago).isEmpty()).isEqualTo(isDue);
    }

    @Test
    void a_policy_without_an_interval_never_asks() {
        assertThat(due("machinepolicies-2", Duration.ofDays(1000))).isEmpty();
    }

    @Test
    void a_task_takes_a_thousand_targets_at_most() {
        List<String> machines = IntStream.range(0, 2001)
                .mapToObj(number -> "Machines-" + number)
                .toList();

        assertThat(DueChecks.parts(machines)).extracting(List::size).containsExactly(1000, 1000, 1);
        assertThat(DueChecks.parts(machines).stream().flatMap(List::stream)).containsExactlyElementsOf(machines);
        assertThat(DueChecks.parts(List.of())).isEmpty();
    }
}

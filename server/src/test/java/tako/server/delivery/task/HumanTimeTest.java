package tako.server.delivery.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HumanTimeTest {
    @Test
    void an_instant_is_written_as_clients_know_it() {
        assertThat(HumanTime.of(Instant.parse("2024-09-23T15:10:03.262Z")))
                .isEqualTo("Monday, 23 September 2024 3:10:03 PM +00:00");
    }

    @Test
    void a_duration_is_told_in_its_greatest_unit() {
        assertThat(HumanTime.of(Duration.ZERO)).isEqualTo("0 seconds");
        assertThat(HumanTime.of(Duration.ofMillis(6999))).isEqualTo("6 seconds");
        assertThat(HumanTime.of(Duration.ofSeconds(60))).isEqualTo("1 minute");
        assertThat(HumanTime.of(Duration.ofSeconds(179))).isEqualTo("2 minutes");
        assertThat(HumanTime.of(Duration.ofHours(3))).isEqualTo("3 hours");
        assertThat(HumanTime.of(Duration.ofHours(50))).isEqualTo("2 days");
        assertThat(HumanTime.of(Duration.ofSeconds(-5))).isEqualTo("0 seconds");
    }
}

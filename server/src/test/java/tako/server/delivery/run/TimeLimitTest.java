package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long an attempt may take. */
class TimeLimitTest {
    @Test
    void only_whole_minutes_above_zero_are_a_limit() {
        assertThat(TimeLimit.minutes(" 5 ")).contains(5);
        assertThat(TimeLimit.minutes("0")).isEmpty();
        assertThat(TimeLimit.minutes("-1")).isEmpty();
        assertThat(TimeLimit.minutes("1.5")).isEmpty();
        assertThat(TimeLimit.minutes("99999999999")).isEmpty();
    }

    @Test
    void it_is_over_at_its_time_and_says_so() {
        TimeLimit limit = TimeLimit.of(5, Instant.EPOCH);
        assertThat(limit.isOver(Instant.EPOCH.plusSeconds(299))).isFalse();
        assertThat(limit.isOver(Instant.EPOCH.plusSeconds(300))).isTrue();
        assertThat(limit.sentence()).isEqualTo("It did not end within 5 minutes and was stopped.");
    }
}

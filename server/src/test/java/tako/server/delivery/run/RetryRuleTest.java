package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a failed attempt is made again, and after which pauses. */
class RetryRuleTest {
    private static Duration pause(RetryRule rule, int failures) {
        return rule.pause(failures).orElseThrow();
    }

    @Test
    @Tag("rule:process.retry-pause-grows")
    void each_pause_is_twice_the_one_before() {
        RetryRule rule = RetryRule.of("3", "10");
        assertThat(IntStream.rangeClosed(1, 3)
                        .mapToObj(failures -> pause(rule, failures).toSeconds()))
                .containsExactly(10L, 20L, 40L);
        assertThat(rule.pause(4)).isEmpty();
    }

    @Test
    @Tag("rule:process.at-most-three-retries")
    void nobody_retries_more_often_than_three_times_and_a_text_that_is_no_number_means_never() {
        assertThat(RetryRule.of("99", "1").most()).isEqualTo(3);
        assertThat(RetryRule.of("-1", "1").most()).isZero();
        assertThat(RetryRule.of("", "1").pause(1)).isEmpty();
        assertThat(RetryRule.of("often", "1").pause(1)).isEmpty();
    }

    @Test
    void a_pause_is_ten_seconds_where_none_is_said_and_an_hour_at_most() {
        assertThat(pause(RetryRule.of("1", ""), 1)).isEqualTo(RetryRule.USUAL);
        assertThat(pause(RetryRule.of("3", "9223372036854775807"), 3)).isEqualTo(Duration.ofHours(1));
        assertThat(pause(RetryRule.of("3", "-5"), 3)).isZero();
    }
}

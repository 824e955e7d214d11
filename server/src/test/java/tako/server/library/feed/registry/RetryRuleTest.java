package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRuleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "120, 120",
        "' 7 ', 7",
        "'Thu, 01 Jan 2026 12:01:00 GMT', 60",
        "'Thu, 01 Jan 2026 11:00:00 GMT', 0",
        "999999999, 999999999"
    })
    void readsSecondsAndDates(String header, long seconds) {
        assertThat(RetryRule.wished(Optional.of(header), ManualTime.NOON)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999999999999", "2026-01-01"})
    void whatItCannotReadIsNoWish(String header) {
        assertThat(RetryRule.wished(Optional.of(header), ManualTime.NOON)).isEmpty();
    }

    @Test
    void waitsTwiceAsLongEachTime() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(attempt -> RetryRule.pause(attempt, Optional.empty())))
                .containsExactly(
                        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aServersWishCountsWhenItIsLonger() {
        assertThat(RetryRule.pause(2, Optional.of(Duration.ZERO))).isEqualTo(Duration.ofMillis(500));
        assertThat(RetryRule.pause(2, Optional.of(Duration.ofSeconds(9)))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void onlyThrottlingAndFaultsPass() {
        assertThat(IntStream.range(100, 600).filter(RetryRule::mayPass)).containsExactly(429, 500, 502, 503, 504);
    }
}

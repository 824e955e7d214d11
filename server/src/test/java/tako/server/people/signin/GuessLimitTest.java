package tako.server.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tako.platform.task.ManualClock;

class GuessLimitTest {
    private final ManualClock clock = new ManualClock();
    private final GuessLimit limit = new GuessLimit(clock);

    @Test
    void theWaitDoublesUpToFiveMinutes() {
        guess(5);

        assertThat(nextWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(nextWait()).isEqualTo(Duration.ofSeconds(2));
        for (int more = 0; more < 10; more++) {
            nextWait();
        }
        assertThat(nextWait()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aTryThatCameTooSoonDoesNotCount() {
        guess(5);
        for (int impatient = 0; impatient < 20; impatient++) {
            assertThat(limit.attempt("ada", "192.0.2.1")).contains(Duration.ofSeconds(1));
        }
    }

    @Test
    void whoKnowsThePasswordStartsAfresh() {
        guess(4);
        limit.succeeded("ADA", "192.0.2.1");
        guess(4);

        assertThat(limit.attempt("ada", "192.0.2.1")).isEmpty();
    }

    @Test
    void nobodyElseWaitsForOnesGuesses() {
        guess(5);

        assertThat(limit.attempt("ada", "192.0.2.2")).isEmpty();
        assertThat(limit.attempt("bob", "192.0.2.1")).isEmpty();
    }

    @Test
    void oneAddressGuessesOnlySoManyUsersAndOneUserIsGuessedFromOnlySoManyAddresses() {
        for (int user = 0; user < 30; user++) {
            assertThat(limit.attempt("user" + user, "192.0.2.1")).isEmpty();
        }
        assertThat(limit.attempt("another", "192.0.2.1")).isPresent();
        for (int address = 0; address < 60; address++) {
            assertThat(limit.attempt("ada", "198.51.100." + address)).isEmpty();
        }
        assertThat(limit.attempt("ada", "203.0.113.1")).isPresent();
    }

    @Test
    void guessesAreForgotten() {
        guess(5);
        clock.advance(Duration.ofMinutes(16));

        guess(5);
    }

    private void guess(int times) {
        for (int time = 0; time < times; time++) {
            assertThat(limit.attempt("Ada ", "192.0.2.1")).isEmpty();
        }
    }

    /** Waits as long as is asked for, and guesses once more. */
    private Duration nextWait() {
        Duration wait = limit.attempt("ada", "192.0.2.1").orElseThrow();
        clock.advance(wait);
        assertThat(limit.attempt("ada", "192.0.2.1")).isEmpty();
        return wait;
    }
}

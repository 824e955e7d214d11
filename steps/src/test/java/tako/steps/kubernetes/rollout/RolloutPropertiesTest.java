package tako.steps.kubernetes.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties that all steps share that apply objects. */
class RolloutPropertiesTest {
    private final List<String> wrong = new ArrayList<>();

    @Test
    void nothing_said_is_the_standard() {
        assertThat(read(Map.of()).apply()).isEqualTo(ApplyOptions.STANDARD);
        assertThat(read(Map.of()).check(true))
                .isEqualTo(new StatusCheck.Objects(Optional.of(Duration.ofMinutes(3)), false));
        assertThat(read(Map.of()).check(false)).isEqualTo(new StatusCheck.None());
        assertThat(read(Map.of()).limit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"True, true", "FALSE, false", "'', true"})
    void a_switch_is_a_truth_value_in_any_letters_and_blank_says_nothing(String text, boolean on) {
        assertThat(read(Map.of(RolloutProperties.FORCE, text)).apply().force()).isEqualTo(on);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "0, ", "'', ", "31536000, 31536000"})
    void a_limit_is_seconds_and_nothing_or_zero_is_none(String text, Long seconds) {
        assertThat(read(Map.of(RolloutProperties.LIMIT, text)).check(true))
                .isEqualTo(new StatusCheck.Objects(Optional.ofNullable(seconds).map(Duration::ofSeconds), false));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2.5", "-1", "31536001"})
    void any_other_limit_is_wrong(String text) {
        read(Map.of(RolloutProperties.LIMIT, text)).check(true);
        assertThat(wrong).containsExactly(RolloutProperties.LIMIT + ": a whole number from 0 to 31536000");
    }

    @Test
    void a_switch_that_is_no_truth_value_is_wrong() {
        read(Map.of(RolloutProperties.CHECK, "perhaps")).check(true);
        assertThat(wrong).containsExactly(RolloutProperties.CHECK + ": one of true, false");
    }

    private RolloutProperties read(Map<String, String> values) {
        return new RolloutProperties(new RolloutProperties.Source() {
            @Override
            public Optional<String> value(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void wrong(String key, String expected) {
                wrong.add(key + ": " + expected);
            }
        });
    }
}

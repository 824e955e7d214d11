package tako.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "01:00:00,            PT1H",
        "1.00:00:00,          P1D",
        "10.02:03:04,         P10DT2H3M4S",
        "00:00:00.5000000,    PT0.5S",
        "-00:00:01,           PT-1S",
        "00:00:00,            PT0S"
    })
    void texts_and_durations_correspond(String text, Duration span) {
        assertThat(TimeSpan.format(span)).isEqualTo(text);
        assertThat(TimeSpan.parse(text)).isEqualTo(span);
    }

    @Test
    void short_forms_are_read() {
        assertThat(TimeSpan.parse("1:30")).isEqualTo(Duration.ofMinutes(90));
        assertThat(TimeSpan.parse("3")).isEqualTo(Duration.ofDays(3));
        assertThat(TimeSpan.parse("0:0:1.5")).isEqualTo(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "24:00:00", "00:60:00", "00:00:60", "1h", "1.", "1.00", "::", "PT1H", "00:00:00.12345678"})
    void other_texts_are_refused(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

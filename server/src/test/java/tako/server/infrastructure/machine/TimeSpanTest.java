package tako.server.infrastructure.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({"01:00:00,PT1H", "00:05:30,PT5M30S", "1.00:00:00,PT24H", "9.23:59:59,PT239H59M59S"})
    void reads_and_writes_what_clients_read(String text, String span) {
        assertThat(TimeSpan.parse(text).map(String::valueOf)).contains(span);
        assertThat(TimeSpan.parse(text).map(TimeSpan::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:00:00", "01:00", "10.00:00:00", "01:00:00.5", "-01:00:00"})
    void anything_else_says_nothing(String text) {
        assertThat(TimeSpan.parse(text)).isEmpty();
    }
}

package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A template comes to the same on every machine, also on one that writes other digits. */
class LocaleTest {
    private final Locale before = Locale.getDefault();
    private final Variables variables = Variables.of(Map.of(
            "Date", "2030-05-22T09:05:00.1234567Z",
            "Json", "{\"At\":\"2020-01-02T03:04:05.5Z\"}",
            "A", "a"));

    @BeforeEach
    void arabic() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    @Test
    void numbers_and_dates_have_their_usual_digits() {
        assertThat(variables.evaluate("#{calc 100000000*100000000*10}").text()).isEqualTo("1E+17");
        assertThat(variables
                        .evaluate("#{Date | Format datetimeoffset \"yyyy-MM-dd HH:mm:ss.fff\"}")
                        .text())
                .isEqualTo("2030-05-22 09:05:00.123");
        assertThat(variables.evaluate("#{Json.At} #{Json}").text())
                .isEqualTo("01/02/2020 03:04:05 {\"At\":\"2020-01-02T03:04:05.5Z\"}");
    }

    @Test
    void messages_have_their_usual_digits() {
        assertThat(variables.evaluate("a #{").error().orElseThrow()).contains("(Line 1, Column 3)");
        assertThat(variables
                        .evaluate("#{A | Match \"" + "(".repeat(101) + "\"}")
                        .error()
                        .orElseThrow())
                .contains("more than 100 deep");
    }
}

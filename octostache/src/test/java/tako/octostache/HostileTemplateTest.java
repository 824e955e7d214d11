package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that are written to hurt: they end at bounds, on any thread's stack, and their text is left. */
class HostileTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "#{A~|ToUpper~}",
                "#{calc 1~+1~}",
                "#{calc 1~*1~}",
                "#{if A}~#{elseif A} ~#{/if}",
                "#{A~[#{A~]}",
                "#{calc (~(~)}",
                "#{A~.A~}",
                "#{A | Append~ x~}",
            })
    void long_chains_end(String begin, String piece, String end) {
        String template = begin + piece.repeat(100_000) + end;

        Evaluation evaluation = Variables.of(Map.of("A", "a")).evaluate(template);

        assertThat(evaluation.failure().isEmpty() || evaluation.text().equals(template))
                .isTrue();
    }

    @Test
    void lookups_within_lookups_in_values_within_values_end() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 199; i++) {
            values.put("V" + i, "#{A[".repeat(150) + "#{V" + (i + 1) + "}" + "]}".repeat(150));
        }

        assertThat(Variables.of(values).evaluate("#{V0}").failure()).containsInstanceOf(Failure.LimitExceeded.class);
    }

    @Test
    void values_that_double_nothing_end_at_once() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 100; i++) {
            values.put("V" + i, "#{V" + (i + 1) + "}#{V" + (i + 1) + "}");
        }
        values.put("V100", "");

        assertThat(Variables.of(values).evaluate("#{V0}").value()).hasValue("");
    }

    @Test
    void filters_that_double_end_at_the_limit_of_output() {
        assertThat(Variables.of(Map.of("A", "\\\\"))
                        .evaluate("#{A" + " | JsonEscape".repeat(60) + "}")
                        .failure())
                .containsInstanceOf(Failure.LimitExceeded.class);
    }

    @Test
    void a_circle_through_a_hundred_values_is_told() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 100; i++) {
            values.put("V" + i, "#{V" + (i + 1) % 100 + "}");
        }

        assertThat(Variables.of(values).evaluate("#{V7}").failure()).containsInstanceOf(Failure.SelfReference.class);
    }
}

package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which variables took part in an evaluation. */
class TraceTest {
    private static final Variables VARIABLES = Variables.of(Map.of(
            "Url", "https://#{Host}/#{Path}",
            "Host", "#{Octopus.Environment.Name | ToLower}.example.org",
            "Octopus.Environment.Name", "Test",
            "Path", "quotes",
            "Unused", "x"));

    @Test
    void variables_inside_values_are_read_too() {
        assertThat(Template.parse("#{Url}").trace(VARIABLES).reads())
                .extracting(Read::name)
                .containsExactly("Url", "Host", "Octopus.Environment.Name", "Path");
    }

    @Test
    void each_is_told_once_with_its_value_before_evaluation() {
        assertThat(Template.parse("#{Host} #{host}").trace(VARIABLES).reads())
                .containsOnlyOnce(new Read("Host", "#{Octopus.Environment.Name | ToLower}.example.org"));
    }

    @Test
    void the_evaluation_is_the_usual_one() {
        Template template = Template.parse("#{Url} #{Missing}");
        assertThat(template.trace(VARIABLES).evaluation()).isEqualTo(template.evaluate(VARIABLES));
    }

    @Test
    void values_that_double_are_traced_at_once_and_come_to_what_they_are_evaluated_to() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 100; i++) {
            values.put("V" + i, "#{V" + (i + 1) + "}#{V" + (i + 1) + "}");
        }
        values.put("V100", "");
        Variables variables = Variables.of(values);
        Template template = Template.parse("#{V0}");

        Trace trace = assertTimeout(Duration.ofSeconds(5), () -> template.trace(variables));

        assertThat(trace.evaluation()).isEqualTo(template.evaluate(variables));
        assertThat(trace.reads()).extracting(Read::name).containsExactlyElementsOf(variables.names());
    }

    @Test
    void what_was_evaluated_before_is_read_all_the_same() {
        Template template = Template.parse("#{Url} #{Host} #{Url}");
        template.evaluate(VARIABLES);
        assertThat(template.trace(VARIABLES).reads())
                .extracting(Read::name)
                .containsExactly("Url", "Host", "Octopus.Environment.Name", "Path");
    }
}

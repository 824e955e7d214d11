package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

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
}

package tako.octostache.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import tako.octostache.Evaluation;
import tako.octostache.Limits;
import tako.octostache.OnSyntaxError;
import tako.octostache.Template;
import tako.octostache.Variables;

/** Whatever template and variables are, evaluating ends, never throws and stays within its bounds. */
@Tag("fuzz")
class EvaluatorFuzzTest {
    private static final int LONGEST = 10_000;
    private static final Limits LIMITS = new Limits(50, 100_000, Duration.ofSeconds(5));
    private static final String[] NAMES = {"A", "B", "C.D", "C[x].E", "L", "J"};

    @FuzzTest(maxDuration = "10m")
    void evaluating_ends_within_its_bounds(FuzzedDataProvider data) {
        OnSyntaxError mode = data.pickValue(OnSyntaxError.values());
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            values.put(name, data.consumeString(LONGEST / 10));
        }
        Template template = Template.parse(data.consumeString(LONGEST), mode);

        Evaluation evaluation = template.evaluate(Variables.of(values), LIMITS);

        if (evaluation.failure().isPresent()) {
            assertThat(evaluation.text()).isEqualTo(template.source());
            assertThat(evaluation.troubles()).hasSize(1);
        } else {
            assertThat(evaluation.text().length()).isLessThanOrEqualTo(Math.toIntExact(LIMITS.output()));
            assertThat(evaluation.troubles().isEmpty())
                    .isEqualTo(evaluation.unresolved().isEmpty());
        }
    }
}

package tako.bench.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;
import tako.bench.harness.Jmh;

/** The log is masked rightly; how fast is for the benchmark to say. */
class LogMaskingTest {
    @Test
    void theLogIsMaskedAndMeasured() throws Exception {
        try (LogMasking masking = LogMasking.of(new Jmh(0, 1, TimeValue.milliseconds(1)))) {
            assertThat(masking.ours()).isPositive();
            assertThat(masking.settings()).anyMatch(line -> line.contains("200 secrets"));
        }
    }

    @Test
    void theLogHasSecretsInIt() {
        assertThat(LogText.of(1_000_000).linesWithSecrets()).isGreaterThan(10);
    }
}

package tako.bench.variables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;
import tako.bench.harness.Jmh;

/** The variables resolve as explained; how fast is for the benchmark to say. */
class VariableSetResolutionTest {
    @Test
    void bothFiguresAreMeasured() throws Exception {
        try (VariableSetResolution resolution = VariableSetResolution.of(new Jmh(0, 1, TimeValue.milliseconds(1)))) {
            assertThat(resolution.ours()).isPositive();
            assertThat(resolution.further())
                    .singleElement()
                    .satisfies(item -> assertThat(item.values())
                            .singleElement()
                            .satisfies(ratio -> assertThat(ratio).isPositive()));
        }
    }

    @Test
    void itemsDiffer() {
        Indexed indexed = Indexed.of(BigProject.candidates());
        assertThat(indexed.resolution().item(BigProject.item(1)).particular())
                .isNotEmpty()
                .isNotEqualTo(indexed.resolution().item(BigProject.item(2)).particular());
    }
}

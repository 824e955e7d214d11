package tako.bench.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;
import tako.bench.harness.Jmh;

/** The engines write the same, and every figure is measured; how fast is for the benchmark to say. */
class TemplateRenderingTest {
    private static final Jmh SHORTEST = new Jmh(0, 1, TimeValue.milliseconds(1));

    @Test
    void everyFigureIsMeasuredOnBothSides() throws Exception {
        try (TemplateRendering rendering = TemplateRendering.of(SHORTEST)) {
            assertThat(rendering.ours()).isPositive();
            assertThat(rendering.peer()).isPositive();
            assertThat(rendering.further())
                    .hasSize(3)
                    .allSatisfy(figure -> assertThat(figure.values())
                            .singleElement()
                            .satisfies(ratio -> assertThat(ratio).isPositive()));
            assertThat(rendering.settings()).anyMatch(line -> line.contains("freemarker-2.3.34"));
        }
    }

    @Test
    void manifestsHaveTheSizesTheyClaim() {
        assertThat(size(Manifest.SMALL)).isBetween(800, 1_400);
        assertThat(size(Manifest.LARGE)).isBetween(90_000, 130_000);
    }

    private static int size(Manifest manifest) {
        Engine engine = Engines.OCTOSTACHE.with(Model.ofThousand());
        return engine.parse(engine.source(manifest.text())).render().length();
    }
}

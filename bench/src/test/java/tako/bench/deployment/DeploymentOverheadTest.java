package tako.bench.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.bench.harness.Further;
import tako.bench.start.AppJars;

/** One pair: both sides do the same work, and it is counted; how fast is for the benchmark to say. */
@Tag("cluster")
class DeploymentOverheadTest {
    private static final AppJars TESTED =
            new AppJars(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList());

    @Test
    void bothSidesBringTheSameObjectsAndTheirRequestsAreCounted() throws Exception {
        try (DeploymentOverhead overhead = DeploymentOverhead.of(TESTED, 0)) {
            assertThat(overhead.ours()).isPositive();
            assertThat(overhead.peer()).isPositive();

            assertThat(overhead.further()).extracting(Further::name).containsExactly("requests", "unchanged");
            assertThat(overhead.further().getFirst().values())
                    .singleElement()
                    .satisfies(ratio -> assertThat(ratio).isBetween(1.0, 1.3));
            assertThat(overhead.settings()).anyMatch(line -> line.contains("22 without Tako"));
        }
    }
}

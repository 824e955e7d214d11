package tako.bench.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.bench.harness.Further;
import tako.bench.start.AppJars;

/** A tenth of the size: every task runs once on both sides; how soon is for the benchmark to say. */
class QueueLatencyTest {
    private static final AppJars TESTED =
            new AppJars(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList());

    @Test
    @Tag("npm")
    void bothSidesRunEveryTaskOnceAtTheSameRate() throws Exception {
        try (QueueLatency latency = QueueLatency.of(new QueueLatency.Size(100, 2), TESTED, Path.of(""))) {
            assertThat(latency.ours()).isPositive();
            assertThat(latency.peer()).isPositive();

            assertThat(latency.further()).extracting(Further::name).containsExactly("p99");
            assertThat(latency.beside())
                    .anyMatch(line -> line.startsWith("ours on SQLite"))
                    .anyMatch(line -> line.endsWith("of 2"));
            assertThat(latency.settings())
                    .anyMatch(line -> line.contains("fsync=on, synchronous_commit=on"))
                    .anyMatch(line -> line.contains("graphile-worker 0.17.3"));
        }
    }

    @Test
    void theFirstTenthOfTheTasksDoesNotCount() {
        long millisecond = 1_000_000;
        long[] nanos = LongStream.concat(
                        LongStream.generate(() -> 1_000 * millisecond).limit(10),
                        LongStream.rangeClosed(1, 90).map(number -> number * millisecond))
                .toArray();

        Times times = new Times(nanos, 2_000 * millisecond);

        assertThat(times.percentile(50)).isEqualTo(45);
        assertThat(times.percentile(99)).isEqualTo(90);
        assertThat(times.perSecond()).isEqualTo(50);
    }
}

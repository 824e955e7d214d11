package tako.bench.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tako.bench.harness.Incorrect;

/** A tenth of the size: every task runs once and ends, on both sides; how fast is for the benchmark to say. */
class TaskThroughputTest {
    @Test
    void bothSidesRunEveryTaskOnce() throws Exception {
        try (TaskThroughput throughput = TaskThroughput.of(1_000)) {
            assertThat(throughput.ours()).isPositive();
            assertThat(throughput.peer()).isPositive();
            assertThat(throughput.settings())
                    .anyMatch(line -> line.contains("fsync=on, synchronous_commit=on"))
                    .anyMatch(line -> line.contains("db-scheduler-16.12.0"));
        }
    }

    @Test
    void aTaskThatRanTwiceIsNoticed() {
        Tally tally = new Tally(2);
        tally.ran("a");
        tally.ran("b");
        tally.check();

        tally.ran("b");

        assertThatThrownBy(tally::check)
                .isInstanceOf(Incorrect.class)
                .hasMessage("tasks that ran more than once: 1 instead of 0");
    }
}

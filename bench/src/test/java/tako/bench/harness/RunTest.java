package tako.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import tako.bench.harness.Benchmark.Goal;
import tako.bench.harness.Benchmark.Sides;

class RunTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void endsWithOneLineOfTheMedianTheSpreadAndTheTarget() {
        assertThat(passes(Goal.atLeast(0.5), 100, 40, 60, 80)).isTrue();
        assertThat(lastLine()).isEqualTo("sample ratio=0.600 min=0.400 max=0.800 target=0.5");
    }

    @Test
    void theFirstPairOnlyWarmsUp() {
        passes(Goal.atLeast(0.5), 1, 60, 60, 60);

        assertThat(lastLine()).contains("min=0.600");
    }

    @Test
    void aRateMustReachItsTarget() {
        assertThat(passes(Goal.atLeast(0.5), 100, 40, 49, 80)).isFalse();
        assertThat(passes(Goal.atLeast(0.5), 100, 40, 50, 80)).isTrue();
    }

    @Test
    void aTimeMustNotExceedItsTarget() {
        assertThat(passes(Goal.atMost(0.5), 100, 40, 51, 80)).isFalse();
        assertThat(passes(Goal.atMost(0.5), 100, 40, 50, 80)).isTrue();
    }

    @Test
    void aFurtherFigureHasALineOfItsOwnBeforeTheLastAndLeavesOutTheWarmUp() {
        assertThat(passes(new Further("extra", "ms", List.of(900.0, 10.0, 30.0, 20.0), Goal.atMost(20))))
                .isTrue();
        assertThat(printed.toString().lines().toList())
                .endsWith(
                        "sample-extra ms=20.000 min=10.000 max=30.000 target=20.0",
                        "sample ratio=0.600 min=0.600 max=0.600 target=0.5");
    }

    @Test
    void aFurtherFigureMustMeetItsTargetToo() {
        assertThat(passes(new Further("extra", "ms", List.of(0.0, 10.0, 30.0, 21.0), Goal.atMost(20))))
                .isFalse();
    }

    @Test
    void whereItCannotRunThereIsNoOutcome() {
        Benchmark benchmark = new Benchmark("sample", new Sides("ours", "theirs", "x/s"), Goal.atLeast(0), () -> {
            throw new CannotRun("There is no cluster here.");
        });

        assertThatThrownBy(() -> new Run(benchmark, 5, new PrintWriter(printed)).passes())
                .isInstanceOf(CannotRun.class)
                .hasMessage("There is no cluster here.");
        assertThat(printed.toString()).doesNotContain("ratio=");
    }

    @Test
    void theSidesTakeTurns() {
        Rehearsal arena = new Rehearsal(1, 2, 3);

        new Run(sample(Goal.atLeast(0), arena), 2, new PrintWriter(printed)).passes();

        assertThat(arena.turns).isEqualTo("OPOPOP");
        assertThat(arena.closed).isTrue();
    }

    @Test
    void workThatWasNotDoneFailsWithoutAFigure() {
        Rehearsal arena = new Rehearsal(1, 2);

        boolean passes = new Run(sample(Goal.atLeast(0), arena), 2, new PrintWriter(printed)).passes();

        assertThat(passes).isFalse();
        assertThat(lastLine()).startsWith("sample failed: ").contains("tasks that ran: 2 instead of 3");
        assertThat(printed.toString()).doesNotContain("ratio=");
        assertThat(arena.closed).isTrue();
    }

    @Test
    void saysOnWhatItRan() {
        passes(Goal.atLeast(0.5), 100, 60, 60, 60);

        assertThat(printed.toString()).contains("JDK ", " cores", "3 pairs, interleaved", "the settings");
    }

    private boolean passes(Goal goal, double... ours) {
        return new Run(sample(goal, new Rehearsal(ours)), ours.length - 1, new PrintWriter(printed)).passes();
    }

    private boolean passes(Further further) {
        Rehearsal arena = new Rehearsal(1, 60, 60, 60);
        arena.further = List.of(further);
        return new Run(sample(Goal.atLeast(0.5), arena), 3, new PrintWriter(printed)).passes();
    }

    private static Benchmark sample(Goal goal, Arena arena) {
        return new Benchmark("sample", new Sides("ours", "theirs", "x/s"), goal, () -> arena);
    }

    private String lastLine() {
        return printed.toString().lines().toList().getLast();
    }

    /** Figures known beforehand, beside a peer that always makes 100; out of figures, the work was not done. */
    private static final class Rehearsal implements Arena {
        private final Deque<Double> figures = new ArrayDeque<>();
        private String turns = "";
        private boolean closed;
        private List<Further> further = List.of();

        Rehearsal(double... figures) {
            for (double figure : figures) {
                this.figures.add(figure);
            }
        }

        @Override
        public double ours() {
            turns += "O";
            Incorrect.unlessEqual("tasks that ran", 3, figures.isEmpty() ? 2 : 3);
            return figures.remove();
        }

        @Override
        public double peer() {
            turns += "P";
            return 100;
        }

        @Override
        public List<String> settings() {
            return List.of("the settings");
        }

        @Override
        public List<Further> further() {
            return further;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

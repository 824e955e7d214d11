package tako.bench.harness;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tako.bench.harness.Ratios.Pair;

/**
 * Runs a benchmark: one pair to warm up, whose figures are dropped, then the pairs that count, the two sides in turn. The last
 * line is {@code NAME ratio=… min=… max=… target=…}, after one like it for each further figure, and stands only where every
 * measurement was correct.
 */
public final class Run {
    /** Fewer pairs say too little about the spread. */
    public static final int FEWEST_PAIRS = 5;

    private final Benchmark benchmark;
    private final int pairs;
    private final PrintWriter out;

    /** @param pairs that count, at least {@link #FEWEST_PAIRS} where the outcome matters */
    public Run(Benchmark benchmark, int pairs, PrintWriter out) {
        this.benchmark = benchmark;
        this.pairs = pairs;
        this.out = out;
    }

    /**
     * Whether every target is met; false also when a measurement failed or was not correct, with the reason in place of figures.
     *
     * @throws CannotRun when this machine lacks what the benchmark needs
     */
    public boolean passes() {
        head();
        try (Arena arena = benchmark.setup().open()) {
            pair(arena);
            say("  warm-up done");
            List<Pair> measured = new ArrayList<>();
            for (int number = 1; number <= pairs; number++) {
                Pair pair = pair(arena);
                measured.add(pair);
                show(number, pair);
            }
            arena.settings().forEach(line -> say("  " + line));
            arena.beside().forEach(line -> say("  beside it: " + line));
            boolean furtherMet = concludeFurther(arena.further());
            return conclude(Ratios.of(measured)) && furtherMet;
        } catch (CannotRun e) {
            throw e;
        } catch (Exception e) {
            say(benchmark.name() + " failed: " + e);
            return false;
        }
    }

    private static Pair pair(Arena arena) throws Exception {
        double ours = arena.ours();
        return new Pair(ours, arena.peer());
    }

    private void head() {
        Benchmark.Sides sides = benchmark.sides();
        say(benchmark.name() + ": " + sides.ours() + " / " + sides.peer());
        Machine.lines().forEach(line -> say("  " + line));
        say("  1 warm-up pair, then " + pairs + " pairs, interleaved; figures in " + sides.unit() + "; the target is "
                + benchmark.goal().words());
    }

    private void show(int number, Pair pair) {
        say(String.format(
                Locale.ROOT,
                "  pair %d: %s / %s = %.3f",
                number,
                figure(pair.ours()),
                figure(pair.peer()),
                pair.ratio()));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.3f" : "%.0f", value);
    }

    private boolean concludeFurther(List<Further> figures) {
        figures.forEach(figure -> say(benchmark.name() + figure.line()));
        return figures.stream().allMatch(Further::isMet);
    }

    private boolean conclude(Ratios ratios) {
        say(benchmark.name() + " " + Further.line("ratio", ratios, benchmark.goal()));
        return benchmark.goal().metBy(ratios);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}

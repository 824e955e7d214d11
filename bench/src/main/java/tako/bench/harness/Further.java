package tako.bench.harness;

import java.util.List;
import java.util.Locale;
import tako.bench.harness.Benchmark.Goal;

/**
 * A figure beside a benchmark's ratio, printed and judged as that is.
 *
 * @param name follows the benchmark's: {@code requests}
 * @param unit of the values, {@code ratio} where they have none
 * @param values one for each pair in their order, that of the warm-up first, which is dropped
 */
public record Further(String name, String unit, List<Double> values, Goal goal) {
    public Further {
        values = List.copyOf(values);
    }

    boolean isMet() {
        return goal.metBy(counted());
    }

    /** The line without the benchmark's name: {@code -requests ratio=… min=… max=… target=…}. */
    String line() {
        return "-" + name + " " + line(unit, counted(), goal);
    }

    private Ratios counted() {
        return new Ratios(values.subList(1, values.size()));
    }

    static String line(String unit, Ratios ratios, Goal goal) {
        return String.format(
                Locale.ROOT,
                "%s=%.3f min=%.3f max=%.3f target=%s",
                unit,
                ratios.median(),
                ratios.min(),
                ratios.max(),
                goal.target());
    }
}

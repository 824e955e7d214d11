package tako.bench.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The ratios of a run, one for each pair. A ratio within a pair is immune to what slows down both of its sides. */
record Ratios(List<Double> values) {
    Ratios {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There are no ratios without pairs");
        }
    }

    /** One pair of measurements in the same unit, both positive. */
    record Pair(double ours, double peer) {
        double ratio() {
            return ours / peer;
        }
    }

    static Ratios of(List<Pair> pairs) {
        return new Ratios(pairs.stream().map(Pair::ratio).toList());
    }

    /** The middle one, or the mean of the two in the middle. */
    double median() {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return each().min().orElseThrow();
    }

    double max() {
        return each().max().orElseThrow();
    }

    private DoubleStream each() {
        return values.stream().mapToDouble(Double::doubleValue);
    }
}

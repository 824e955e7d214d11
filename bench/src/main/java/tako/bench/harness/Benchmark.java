package tako.bench.harness;

/**
 * A benchmark, described.
 *
 * @param name what people type
 * @param sides what is measured, and against what
 * @param goal what its ratio, ours divided by the other side, must be
 * @param setup opens what the measurements share
 */
public record Benchmark(String name, Sides sides, Goal goal, Setup setup) {
    /** The benchmark in one line of a list. */
    public String line() {
        return String.format("%-19s %s: %s / %s", name, goal.words(), sides.ours(), sides.peer());
    }

    /**
     * What stands against what.
     *
     * @param unit of both figures
     */
    public record Sides(String ours, String peer, String unit) {}

    /** What the median of the ratios must be. */
    public record Goal(Better better, double target) {
        /** A ratio of rates that must be reached. */
        public static Goal atLeast(double target) {
            return new Goal(Better.LARGER, target);
        }

        /** A ratio of times or sizes that must not be exceeded. */
        public static Goal atMost(double target) {
            return new Goal(Better.SMALLER, target);
        }

        boolean metBy(Ratios ratios) {
            return better.meets(ratios.median(), target);
        }

        String words() {
            return better.words(target);
        }
    }

    /** Opens an arena. */
    @FunctionalInterface
    public interface Setup {
        /** May take a while; what it does is not measured. */
        Arena open() throws Exception;
    }
}

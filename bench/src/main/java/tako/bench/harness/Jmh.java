package tako.bench.harness;

import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One measurement by JMH, in a process of its own and on one thread: as warm as the warm-up makes it, whatever ran before.
 *
 * @param warmups before the iterations that count
 * @param iterations that count
 * @param iteration how long each takes
 */
public record Jmh(int warmups, int iterations, TimeValue iteration) {
    /** What benchmarks use. */
    public static final Jmh USUAL = new Jmh(3, 3, TimeValue.milliseconds(500));

    /**
     * The score of a benchmark method, in its own unit.
     *
     * @param state the class that holds the method
     * @param parameters values of the class's parameters by field
     */
    public double score(Class<?> state, String method, Map<String, String> parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(state.getName().replace(".", "\\.") + "\\." + method + "$")
                .forks(1)
                .warmupIterations(warmups)
                .warmupTime(iteration)
                .measurementIterations(iterations)
                .measurementTime(iteration)
                .threads(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.iterator().next().getPrimaryResult().getScore();
    }

    /** How it measures, for a benchmark's settings. */
    public String words() {
        return Libraries.of(Runner.class) + ": a fork for each figure, " + warmups + " warm-ups and " + iterations
                + " iterations of " + iteration + ", one thread";
    }
}

package tako.bench.variables;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tako.octostache.Variables;
import tako.server.projects.variable.Candidate;

/** What JMH runs: what is done once for a deployment, and what is done for each action and target. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills what it annotates
public class VariablesState {
    private List<Candidate> candidates;
    private Indexed indexed;
    private int number;

    /** Prepares everything but the measured. */
    @Setup
    public void prepare() {
        candidates = BigProject.candidates();
        indexed = Indexed.of(candidates);
    }

    /** Weighs every value once and reads every name. */
    @Benchmark
    public Indexed index() {
        return Indexed.of(candidates);
    }

    /** The variables of a further action on a further target. */
    @Benchmark
    public Variables item() {
        return indexed.item(BigProject.item(number++));
    }
}

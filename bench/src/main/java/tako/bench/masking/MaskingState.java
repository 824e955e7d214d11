package tako.bench.masking;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tako.platform.log.MaskedStream;
import tako.platform.log.Masking;

/** What JMH runs: a log of some megabytes through the masking of one stream. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills what it annotates
public class MaskingState {
    static final int CHARACTERS = 4_000_000;

    private LogText log;
    private Masking masking;

    /** Prepares everything but the measured. */
    @Setup
    public void prepare() {
        log = LogText.of(CHARACTERS);
        masking = new Masking();
        log.secrets().forEach(masking::add);
    }

    /** Masks the log line by line. */
    @Benchmark
    public void stream(Blackhole shown) {
        MaskedStream stream = masking.stream(shown::consume);
        log.lines().forEach(stream::line);
        stream.end();
    }
}

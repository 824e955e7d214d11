package tako.bench.template;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: a manifest rendered from a template that was read before, or read and rendered. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills what it annotates
public class TemplateState {
    /** Which engine. */
    @Param("OCTOSTACHE")
    public Engines engine;

    /** Which manifest. */
    @Param("SMALL")
    public Manifest manifest;

    private Engine engineWithModel;
    private String source;
    private Engine.Renderer template;
    private long number;

    /** Prepares everything but the measured. */
    @Setup
    public void prepare() {
        engineWithModel = engine.with(Model.ofThousand());
        source = engineWithModel.source(manifest.text());
        template = engineWithModel.parse(source);
    }

    /** Renders a template that was read before. */
    @Benchmark
    public String cached() {
        return template.render();
    }

    /** Reads and renders; each text differs, so that no cache can answer. */
    @Benchmark
    public String parsed() {
        return engineWithModel.parse(source + number++).render();
    }
}

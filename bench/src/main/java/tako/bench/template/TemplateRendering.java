package tako.bench.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import tako.bench.harness.Arena;
import tako.bench.harness.Benchmark.Goal;
import tako.bench.harness.Further;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Jmh;
import tako.bench.harness.Libraries;

/**
 * Renderings per second of manifests with a thousand variables in scope. Cached rendering stands beside the median of three engines;
 * reading and rendering beside FreeMarker.
 */
public final class TemplateRendering implements Arena {
    private static final List<Engines> PEERS = List.of(Engines.FREEMARKER, Engines.PEBBLE, Engines.HANDLEBARS);

    private final Jmh jmh;
    private final List<Figure> figures = List.of(
            new Figure("cached", Manifest.SMALL, PEERS),
            new Figure("cached", Manifest.LARGE, PEERS),
            new Figure("parsed", Manifest.SMALL, List.of(Engines.FREEMARKER)),
            new Figure("parsed", Manifest.LARGE, List.of(Engines.FREEMARKER)));
    private final double[] ours = new double[figures.size()];

    /** What is measured, and beside whom; the ratios of the pairs so far. */
    private record Figure(String method, Manifest manifest, List<Engines> peers, List<Double> ratios) {
        Figure(String method, Manifest manifest, List<Engines> peers) {
            this(method, manifest, peers, new ArrayList<>());
        }

        String name() {
            return method + (manifest == Manifest.SMALL ? "-1k" : "-100k");
        }
    }

    private TemplateRendering(Jmh jmh) {
        this.jmh = jmh;
    }

    /** @throws Incorrect when the engines do not render the same */
    public static TemplateRendering of(Jmh jmh) {
        for (Manifest manifest : Manifest.values()) {
            check(manifest);
        }
        return new TemplateRendering(jmh);
    }

    /** Every engine writes the same text, and nothing in it is left to be evaluated. */
    private static void check(Manifest manifest) {
        List<String> rendered = Stream.of(Engines.values())
                .map(engine -> rendered(engine.with(Model.ofThousand()), manifest))
                .distinct()
                .toList();
        if (rendered.size() != 1 || rendered.getFirst().contains("#{")) {
            throw new Incorrect("The engines render " + manifest + " differently");
        }
    }

    private static String rendered(Engine engine, Manifest manifest) {
        return engine.parse(engine.source(manifest.text())).render();
    }

    @Override
    public double ours() throws RunnerException {
        for (int at = 0; at < figures.size(); at++) {
            ours[at] = score(figures.get(at), Engines.OCTOSTACHE);
        }
        return ours[0];
    }

    @Override
    public double peer() throws RunnerException {
        double first = 0;
        for (int at = 0; at < figures.size(); at++) {
            Figure figure = figures.get(at);
            double peer = median(figure);
            figure.ratios.add(ours[at] / peer);
            first = at == 0 ? peer : first;
        }
        return first;
    }

    private double median(Figure figure) throws RunnerException {
        List<Double> scores = new ArrayList<>();
        for (Engines peer : figure.peers) {
            scores.add(score(figure, peer));
        }
        scores.sort(null);
        return scores.get(scores.size() / 2);
    }

    private double score(Figure figure, Engines engine) throws RunnerException {
        return jmh.score(
                TemplateState.class,
                figure.method,
                Map.of("engine", engine.name(), "manifest", figure.manifest.name()));
    }

    @Override
    public List<Further> further() {
        return figures.stream()
                .skip(1)
                .map(figure -> new Further(figure.name(), "ratio", figure.ratios, Goal.atLeast(1)))
                .toList();
    }

    @Override
    public List<String> settings() {
        return List.of(
                jmh.words(),
                Libraries.of(
                        freemarker.template.Configuration.class,
                        io.pebbletemplates.pebble.PebbleEngine.class,
                        com.github.jknack.handlebars.Handlebars.class),
                "a manifest of about 1 KB, another of about 100 KB; 1,000 variables, of which 400 refer to others (templates of the"
                        + " engine, read once and rendered at each use; ours keeps what it evaluated within a rendering only)",
                "parsed: each text is new, so that no cache answers; checked: all engines write the same text");
    }

    @Override
    public void close() {}
}

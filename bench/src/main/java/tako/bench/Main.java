package tako.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tako.bench.harness.Benchmark;
import tako.bench.harness.CannotRun;
import tako.bench.harness.Run;

/**
 * {@code ./tako bench}: runs benchmarks. Exit code 0 if every target is met, 1 if not or without a figure, 2 for a wrong call or where this
 * machine cannot run one of them.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measure Tako beside peers and physical limits, the two in turn in one run. Ends with a line"
                        + " NAME ratio=... min=... max=... target=... for each benchmark; exit code 0 if every median meets its target, 1 if not, 2 if one cannot run here.",
        sortOptions = false)
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which ones (default: all).")
    private List<String> names = List.of();

    @Option(names = "--list", description = "List the benchmarks and their targets.")
    private boolean list;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "" + Run.FEWEST_PAIRS,
            description = "Pairs that count, after one to warm up (default and least: ${DEFAULT-VALUE}).")
    private int pairs;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    Main() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Benchmarks.ALL.forEach(benchmark -> out.println(benchmark.line()));
            out.flush();
            return 0;
        }
        if (pairs < Run.FEWEST_PAIRS) {
            throw wrong("--pairs must be at least " + Run.FEWEST_PAIRS + "; fewer say too little about the spread.");
        }
        int worst = 0;
        for (Benchmark benchmark : chosen()) {
            worst = Math.max(worst, exitCode(benchmark, out));
        }
        return worst;
    }

    private int exitCode(Benchmark benchmark, PrintWriter out) {
        try {
            return new Run(benchmark, pairs, out).passes() ? 0 : 1;
        } catch (CannotRun e) {
            out.println(benchmark.name() + " cannot run: " + e.getMessage());
            out.flush();
            return 2;
        }
    }

    private List<Benchmark> chosen() {
        return names.isEmpty()
                ? Benchmarks.ALL
                : names.stream().map(this::require).toList();
    }

    private Benchmark require(String name) {
        Optional<Benchmark> found = Benchmarks.named(name);
        return found.orElseThrow(() -> wrong(
                "There is no benchmark '" + name + "'. There are: " + String.join(", ", Benchmarks.names()) + "."));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}

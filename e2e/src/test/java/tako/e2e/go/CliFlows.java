package tako.e2e.go;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.e2e.RunningServer;
import tako.e2e.go.GoProgram.Ended;

/** The program in {@code e2e/clients/go/cliflows}, which does on the official module what the command line client does. */
final class CliFlows {
    private static final Path MODULE = Path.of("clients", "go");
    private static final Duration BOUND = Duration.ofMinutes(4);
    private static final String CALL = "   ";
    private static final String FAILED = " FAILED";

    private final Path program;
    private final Map<String, String> environment;

    private CliFlows(Path program, Map<String, String> environment) {
        this.program = program;
        this.environment = Map.copyOf(environment);
    }

    /**
     * What a flow did.
     *
     * @param result what it printed of it
     * @param calls lines of {@code METHOD path -> status}
     */
    record Flow(String result, List<String> calls) {}

    /** Builds it. */
    static CliFlows built(RunningServer server, Map<String, String> environment) {
        var program = Path.of("target", "cliflows").toAbsolutePath();
        GoProgram.tool(MODULE)
                .run(List.of("go", "build", "-o", program.toString(), "./cliflows"))
                .succeeded();
        var all = new LinkedHashMap<>(environment);
        all.put("OCTOPUS_URL", server.address().toString());
        all.put("OCTOPUS_API_KEY", RunningServer.KEY);
        return new CliFlows(program, all);
    }

    /** The same with another user's API key. */
    CliFlows as(String key) {
        var all = new LinkedHashMap<>(environment);
        all.put("OCTOPUS_API_KEY", key);
        return new CliFlows(program, all);
    }

    /** Performs flows in this order and answers what each did. Fails with the program's complaint at the first that fails. */
    Map<String, Flow> perform(List<String> flags, String... flows) {
        return read(run(flags, List.of(flows)).succeeded());
    }

    /** Performs a flow that must fail, and answers the program's complaint as its result. */
    Flow refused(List<String> flags, String flow) {
        var ended = run(flags, List.of(flow));
        return Optional.ofNullable(read(ended.output()).get(flow + FAILED))
                .orElseThrow(() -> new AssertionError("It did not fail:\n" + ended.output()));
    }

    private Ended run(List<String> flags, List<String> flows) {
        var command = Stream.of(Stream.of(program.toString()), flags.stream(), flows.stream())
                .flatMap(parts -> parts)
                .toList();
        return new GoProgram(MODULE, environment, BOUND).run(command);
    }

    private static Map<String, Flow> read(String output) {
        var flows = new LinkedHashMap<String, Flow>();
        var calls = new ArrayList<String>();
        for (String line : output.lines().toList()) {
            if (line.startsWith(CALL)) {
                calls.add(line.strip());
            } else {
                int colon = line.indexOf(':');
                calls = new ArrayList<>();
                flows.put(line.substring(0, colon), new Flow(line.substring(colon + 2), calls));
            }
        }
        return flows;
    }
}

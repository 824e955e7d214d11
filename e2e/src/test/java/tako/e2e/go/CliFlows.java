package tako.e2e.go;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.e2e.RunningServer;

/** The program in {@code e2e/clients/go/cliflows}, which does on the official module what the command line client does. */
final class CliFlows {
    private static final Path MODULE = Path.of("clients", "go");
    private static final Duration BOUND = Duration.ofMinutes(4);
    private static final String CALL = "   ";

    private final Path program;
    private final GoProgram runner;

    private CliFlows(Path program, GoProgram runner) {
        this.program = program;
        this.runner = runner;
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
        return new CliFlows(program, new GoProgram(MODULE, all, BOUND));
    }

    /** Performs flows in this order and answers what each did. Fails with the program's complaint at the first that fails. */
    Map<String, Flow> perform(List<String> flags, String... flows) {
        var command = Stream.of(Stream.of(program.toString()), flags.stream(), Stream.of(flows))
                .flatMap(parts -> parts)
                .toList();
        return read(runner.run(command).succeeded());
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

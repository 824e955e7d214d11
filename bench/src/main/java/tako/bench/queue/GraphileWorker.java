package tako.bench.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tako.bench.harness.CannotRun;
import tako.bench.harness.Incorrect;
import tako.platform.database.DatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Jobs through graphile-worker, added and run in one process of Node that stays for the whole benchmark, so that it is as warm as this
 * one. The program is {@code graphile-worker/peer.mjs}.
 */
final class GraphileWorker implements AutoCloseable {
    private static final String PROJECT = "graphile-worker";
    private static final long LONGEST_SECONDS = 60;

    private final JsonMapper mapper = new JsonMapper();
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private String versions = "";

    private GraphileWorker(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /**
     * Installs it from its lock file into the build's folder, and starts it.
     *
     * @param module the folder of this module
     * @throws CannotRun without Node, or where the installation fails
     */
    static GraphileWorker start(Path module) throws IOException, InterruptedException {
        Path folder = module.resolve("target").resolve(PROJECT);
        install(module.resolve(PROJECT), folder);
        Process process = new ProcessBuilder("node", "peer.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new GraphileWorker(process);
    }

    private static void install(Path from, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<String> command = List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
        int code = exitCode(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile()));
        if (code != 0) {
            throw new CannotRun("npm could not install graphile-worker; it says why in " + folder.resolve("npm.log"));
        }
    }

    private static int exitCode(ProcessBuilder command) throws InterruptedException {
        try {
            return command.start().waitFor();
        } catch (IOException missing) {
            throw new CannotRun("It needs Node with npm, 20 or newer, on the path (" + missing.getMessage() + ").");
        }
    }

    /** Adds a load to an empty database and waits until every job is gone from it. */
    Times measure(DatabaseAddress.Postgres database, int slots, int connections, Load load) throws IOException {
        ObjectNode asked = mapper.createObjectNode()
                .put("database", database.jdbcUrl().substring("jdbc:".length()))
                .put("slots", slots)
                .put("connections", connections)
                .put("jobs", load.tasks())
                .put("adders", Load.CLIENTS);
        load.perSecond().ifPresent(rate -> asked.put("rate", rate));
        questions.write(asked + "\n");
        questions.flush();
        return times(answer(), load.tasks());
    }

    private JsonNode answer() throws IOException {
        String line = Optional.ofNullable(answers.readLine())
                .orElseThrow(() -> new Incorrect("graphile-worker ended without an answer; what it said stands above"));
        return mapper.readTree(line);
    }

    private Times times(JsonNode answer, int jobs) {
        versions = "graphile-worker " + answer.path("version").asString() + ", Node "
                + answer.path("node").asString();
        long[] nanos = answer.path("nanos")
                .valueStream()
                .filter(JsonNode::isNumber)
                .mapToLong(JsonNode::asLong)
                .toArray();
        Incorrect.unlessEqual("jobs that ran", jobs, nanos.length);
        Incorrect.unlessEqual("jobs that ran again", 0, answer.path("repeated").asLong());
        return new Times(nanos, answer.path("elapsed").asLong());
    }

    /** As it says itself, once it has measured. */
    String versions() {
        return versions;
    }

    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

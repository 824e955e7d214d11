package tako.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The npm project in {@code e2e/clients}, installed from its lock file into the build's folder.
 *
 * @param folder where it is installed
 */
record NpmProject(Path folder) {
    private static final Path SOURCE = Path.of("clients");
    private static final long MINUTES = 5;

    /** What a program wrote, and its exit code. */
    record Run(int code, String output) {}

    /** In the folder of this module's build. */
    static NpmProject inBuildFolder() {
        return new NpmProject(Path.of("target", "clients"));
    }

    /** Installs it afresh. */
    void install() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var installed = run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"), Map.of());
        if (installed.code != 0) {
            throw new IllegalStateException("npm ci failed:\n" + installed.output);
        }
    }

    /** Copies the compiled tests that the client's package carries to where jest finds them. */
    void copySuite() throws IOException {
        var from = folder.resolve("node_modules/@octopusdeploy/api-client/dist");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                var to = folder.resolve("suite/dist")
                        .resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Runs a program in the project's folder. */
    Run run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var output = Files.createTempFile("npm", ".txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        var run = new Run(process.waitFor(), Files.readString(output));
        Files.delete(output);
        return run;
    }
}

package tako.e2e.go;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end or to a bound: the Go tool, or what it built.
 *
 * @param folder where it works
 * @param environment variables beside those of this process
 * @param bound after which it is ended, with all that it started
 */
record GoProgram(Path folder, Map<String, String> environment, Duration bound) {
    private static final Duration BUILD = Duration.ofMinutes(10);

    /**
     * How it ended.
     *
     * @param output both of its streams
     * @param inTime whether it ended by itself
     */
    record Ended(int code, String output, boolean inTime) {
        /** What it wrote; fails if it did not end with 0. */
        String succeeded() {
            if (code != 0) {
                throw new AssertionError(output);
            }
            return output;
        }
    }

    /** The Go tool in a module. It downloads what the module cache lacks. */
    static GoProgram tool(Path module) {
        return new GoProgram(module, Map.of(), BUILD);
    }

    Ended run(List<String> command) {
        try {
            var output = Files.createTempFile("go", ".txt");
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            boolean inTime = process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            var ended = new Ended(process.waitFor(), Files.readString(output), inTime);
            Files.delete(output);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command.getFirst() + " ran.", e);
        }
    }
}

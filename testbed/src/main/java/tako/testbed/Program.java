package tako.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A program that is run to its end.
 *
 * @param command the program and its arguments
 * @param folder where it works
 * @param environment variables beside those of this process
 * @param input what it reads
 */
record Program(List<String> command, Path folder, Map<String, String> environment, String input) {

    static Program of(String... command) {
        return new Program(List.of(command), Path.of("").toAbsolutePath(), Map.of(), "");
    }

    Program in(Path other) {
        return new Program(command, other, environment, input);
    }

    Program with(Map<String, String> variables) {
        return new Program(command, folder, variables, input);
    }

    Program reading(String text) {
        return new Program(command, folder, environment, text);
    }

    /** What it wrote to its standard output. Fails with what it wrote to its standard error when it does not end with 0. */
    byte[] bytes() {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            return outputOf(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command.getFirst() + " ran.", interrupted);
        }
    }

    /** As {@link #bytes()}, as text. */
    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] outputOf(Process process) throws InterruptedException {
        // Each on a thread of its own: the common pool has one on two cores, and reading blocks.
        Executor own = task -> Thread.ofPlatform().daemon().start(task);
        var complaints = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()), own);
        var feeding = CompletableFuture.runAsync(() -> feed(process.getOutputStream()), own);
        byte[] output = all(process.getInputStream());
        int code = process.waitFor();
        feeding.join();
        if (code != 0) {
            String complaint = new String(complaints.join(), StandardCharsets.UTF_8).strip();
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(String.join(" ", command), code, complaint));
        }
        return output;
    }

    private static byte[] all(InputStream stream) {
        try (stream) {
            var bytes = new ByteArrayOutputStream();
            stream.transferTo(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void feed(OutputStream stream) {
        try (stream) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedWithoutReading) {
            // Its exit code says whether that was right.
        }
    }
}

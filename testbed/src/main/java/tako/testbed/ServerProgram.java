package tako.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that serves until it is closed or this process ends, however that ends. */
final class ServerProgram implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;
    private static final String WHILE_SOMEBODY_HOLDS_THE_INPUT =
            "\"$@\" </dev/null & server=$!; exec >/dev/null 2>&1; cat; kill -9 $server; wait";

    private final Process process;
    private final BufferedReader said;

    private ServerProgram(Process process) {
        this.process = process;
        said = process.inputReader();
    }

    static ServerProgram start(String... command) {
        try {
            var words = Stream.concat(Stream.of("sh", "-c", WHILE_SOMEBODY_HOLDS_THE_INPUT, "sh"), Stream.of(command));
            return new ServerProgram(
                    new ProcessBuilder(words.toList()).redirectErrorStream(true).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads what it says until the pattern's first group is found, and lets it talk on unheard. Fails when it ends before. */
    String awaitLine(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        var everything = new StringJoiner("\n");
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                everything.add(line);
                Matcher found = wanted.matcher(line);
                if (found.find()) {
                    Thread.ofVirtual().start(() -> said.lines().forEach(unheard -> {}));
                    return found.group(1);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        close();
        throw new IllegalStateException("The server did not start:\n" + everything);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server does not end.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

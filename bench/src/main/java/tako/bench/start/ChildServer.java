package tako.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Waiting;

/** A server in a process of its own that says in a line where it listens. */
final class ChildServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Process process;
    private final long started;
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Queue<String> output = new ConcurrentLinkedQueue<>();

    private ChildServer(Process process, long started) {
        this.process = process;
        this.started = started;
        Thread.ofPlatform().daemon().start(this::read);
    }

    static ChildServer start(List<String> command) throws IOException {
        long started = System.nanoTime();
        return new ChildServer(
                new ProcessBuilder(command).redirectErrorStream(true).start(), started);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(matcher.group(1));
                }
            }
            address.completeExceptionally(
                    new Incorrect("The server ended before it listened:\n" + String.join("\n", output)));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    /** Seconds from its start until a page of it answers 200. */
    double secondsUntilReady(String page) throws Exception {
        URI ready = address().resolve(page);
        Waiting.until("200 from " + ready, Duration.ofMillis(1), LONGEST, () -> status(ready) == 200);
        return (System.nanoTime() - started) / 1e9;
    }

    /** Where it listens, as soon as it says so. */
    URI address() throws Exception {
        return URI.create(address.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
    }

    private static int status(URI page) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** Its resident memory in megabytes, as Linux counts it. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        Matcher matcher = RESIDENT.matcher(Files.readString(status));
        if (!matcher.find()) {
            throw new Incorrect("No resident memory in " + status);
        }
        return Long.parseLong(matcher.group(1)) / 1024.0;
    }

    /** Asks it to end, by SIGTERM, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Incorrect("The server did not end within " + LONGEST.toSeconds() + " s of SIGTERM");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

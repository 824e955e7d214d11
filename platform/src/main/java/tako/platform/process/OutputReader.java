package tako.platform.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Turns one stream into lines, on a platform thread of its own. Bytes that are not UTF-8 and NULs become U+FFFD; a line
 * longer than {@link #LONGEST_LINE} characters comes in pieces. Nothing is read ahead of the receiver: a command that
 * writes faster than its lines are taken waits in its own write.
 */
final class OutputReader implements Runnable {
    static final int LONGEST_LINE = 1 << 20;
    private static final Duration LOOK = Duration.ofMillis(20);

    private final InputStream stream;
    private final Executor.Output.Stream name;
    private final Executor.Output output;
    private final Runnable refused;
    private final StringBuilder line = new StringBuilder();
    private final Thread thread;
    private volatile boolean reading;
    private volatile boolean abandoned;
    private volatile Optional<RuntimeException> refusal = Optional.empty();

    /**
     * Starts reading.
     *
     * @param refused is told once when the receiver throws; later lines are dropped
     */
    OutputReader(InputStream stream, Executor.Output.Stream name, Executor.Output output, Runnable refused) {
        this.stream = stream;
        this.name = name;
        this.output = output;
        this.refused = refused;
        this.thread = Thread.ofPlatform().daemon().name("output-" + name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        var characters = new char[8192];
        try (var reader = new InputStreamReader(stream, UTF_8)) {
            for (int count = read(reader, characters); count >= 0; count = read(reader, characters)) {
                take(characters, count);
            }
        } catch (IOException e) {
            // The stream was closed under us: what came until here is all there is.
        }
        flush();
    }

    private int read(InputStreamReader reader, char[] characters) throws IOException {
        reading = true;
        var count = reader.read(characters);
        reading = false;
        return count;
    }

    private synchronized void take(char[] characters, int count) {
        for (int i = 0; i < count; i++) {
            var character = characters[i];
            if (character == '\n') {
                withoutCarriageReturn();
                deliver(output::line);
                continue;
            }
            if (line.length() >= LONGEST_LINE && !Character.isLowSurrogate(character)) {
                deliver(output::part);
            }
            line.append(character == '\0' ? '\uFFFD' : character);
        }
    }

    private synchronized void flush() {
        if (!line.isEmpty()) {
            deliver(output::line);
        }
    }

    private void withoutCarriageReturn() {
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
    }

    private void deliver(BiConsumer<Executor.Output.Stream, String> receiver) {
        var text = line.toString();
        line.setLength(0);
        if (abandoned || refusal.isPresent()) {
            return;
        }
        try {
            receiver.accept(name, text);
        } catch (RuntimeException e) {
            refusal = Optional.of(e);
            refused.run();
        }
    }

    /**
     * Waits until the stream has ended and its last line was taken. A receiver may take its time; a stream that is held
     * open and silent for the bound is given up.
     */
    void finish(Duration bound) throws InterruptedException {
        long silentSince = System.nanoTime();
        while (!thread.join(LOOK)) {
            if (!reading) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > bound.toNanos()) {
                flush();
                abandoned = true;
                return;
            }
        }
    }

    /** What the receiver threw, if it did. */
    Optional<RuntimeException> refusal() {
        return refusal;
    }
}

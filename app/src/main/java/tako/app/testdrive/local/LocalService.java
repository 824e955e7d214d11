package tako.app.testdrive.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.app.testdrive.Ports;
import tako.platform.process.Command;
import tako.platform.process.Executor;

/** One process of Random Quotes, started again when it ends by itself, until it is closed. */
final class LocalService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalService.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOOKS = 300;
    private static final Duration BEFORE_RESTART = Duration.ofSeconds(2);
    private static final int WORDS_KEPT = 5;
    /** Three environments stand at neighbouring ports: stepping by three keeps out of the others' way. */
    private static final int STRIDE = 3;

    private final Declaration declaration;
    private final Surroundings around;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final Thread keeper;

    /**
     * What services share.
     *
     * @param application the program's jar
     * @param folder where declarations, states and databases are
     */
    record Surroundings(Path application, Path folder, Executor executor, HttpClient http) {}

    LocalService(Declaration declaration, Surroundings around) {
        this.declaration = declaration;
        this.around = around;
        this.keeper =
                Thread.ofPlatform().name("service-" + declaration.environment()).start(this::keep);
    }

    /** Whether somebody still sees to it that it runs. */
    boolean isKept() {
        return keeper.isAlive();
    }

    Declaration declaration() {
        return declaration;
    }

    /** Ends the process and waits until it has ended. */
    @Override
    public void close() {
        stop.countDown();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            do {
                runOnce();
            } while (!stop.await(BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            LOG.error("The service of {} ends, and is started again", declaration.environment(), failed);
        }
    }

    private void runOnce() throws IOException, InterruptedException {
        int port = Ports.free(declaration.port(), STRIDE);
        if (port != declaration.port()) {
            LOG.warn("Port {} is taken; {} listens on {}", declaration.port(), declaration.environment(), port);
        }
        Executor.Execution execution =
                around.executor().start("service-" + declaration.environment(), command(port), this::hear);
        try {
            var ended = new CountDownLatch(1);
            Thread.ofPlatform().daemon().name("service-end").start(() -> awaitEnd(execution, ended));
            report(port, answers(port, ended));
            awaitStopOr(ended);
        } finally {
            execution.cancel();
            execution.close();
        }
    }

    private Command command(int port) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Command(
                Map.of(),
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        around.application().toString()),
                Map.of(
                        "ENVRIONMENT_NAME",
                        declaration.environment(),
                        "APP_VERSION",
                        declaration.version(),
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        Integer.toString(port),
                        "DATABASE_FILE",
                        around.folder()
                                .resolve(declaration.environment() + ".db")
                                .toString()),
                Optional.empty());
    }

    private void hear(Executor.Output.Stream stream, String line) {
        synchronized (lastWords) {
            lastWords.addLast(line);
            if (lastWords.size() > WORDS_KEPT) {
                lastWords.removeFirst();
            }
        }
    }

    private static void awaitEnd(Executor.Execution execution, CountDownLatch ended) {
        try {
            execution.await();
            ended.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the page answers with this version before the process ends, or half a minute is over. */
    private boolean answers(int port, CountDownLatch ended) throws InterruptedException {
        for (int look = 0; look < LOOKS && stop.getCount() > 0; look++) {
            if (shows(port)) {
                return true;
            }
            if (ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    private boolean shows(int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            var page = around.http().send(request, BodyHandlers.ofString());
            return page.statusCode() == 200
                    && page.body()
                            .contains("Random Quotes " + declaration.version() + ", running in "
                                    + declaration.environment());
        } catch (IOException notYet) {
            return false;
        }
    }

    private void report(int port, boolean running) throws IOException {
        String words;
        synchronized (lastWords) {
            words = String.join(" ", lastWords);
        }
        new ServiceState(declaration.deployment(), running, port, running ? "" : "It does not answer. " + words)
                .write(around.folder(), declaration.environment());
    }

    private void awaitStopOr(CountDownLatch ended) throws InterruptedException {
        while (stop.getCount() > 0 && !ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            // looks at both in turn; each wait is bounded
        }
    }
}

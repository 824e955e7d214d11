package tako.app.testdrive.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.process.Executor;

/**
 * Keeps running what the last deployment of each environment declared, and ends it when the test drive ends. Scripts end with
 * everything they started, so what must outlive a step is handed to a service manager; this is the test drive's.
 */
final class ServiceSupervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceSupervisor.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LocalService.Surroundings around;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, LocalService> services = new HashMap<>();
    private final WatchService watch;
    private final Thread thread;

    /**
     * Starts what is declared already, and watches for more.
     *
     * @param folder where scripts put declarations; made when it is missing
     * @param application the program's jar
     */
    ServiceSupervisor(Path folder, Path application, Executor executor) throws IOException {
        Files.createDirectories(folder);
        forgetStates(folder);
        this.around = new LocalService.Surroundings(application, folder, executor, http);
        this.watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        this.thread = Thread.ofPlatform().name("service-supervisor").start(this::run);
    }

    @Override
    public void close() throws IOException {
        watch.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        services.values().stream()
                .map(service -> Thread.ofPlatform().start(service::close))
                .toList()
                .forEach(ServiceSupervisor::join);
        http.close();
    }

    /** What an earlier test drive knew is no longer so. */
    private static void forgetStates(Path folder) throws IOException {
        try (DirectoryStream<Path> states = Files.newDirectoryStream(folder, "*" + ServiceState.ENDING)) {
            for (Path state : states) {
                Files.delete(state);
            }
        }
    }

    private void run() {
        try {
            while (true) {
                declarations().forEach(this::keep);
                Optional.ofNullable(watch.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS))
                        .ifPresent(ServiceSupervisor::reset);
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.debug("The supervisor stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            LOG.error("The folder of declarations cannot be read", failed);
        }
    }

    private static void reset(WatchKey key) {
        key.pollEvents();
        key.reset();
    }

    private List<Declaration> declarations() throws IOException {
        try (Stream<Path> files = Files.list(around.folder())) {
            return files.filter(file -> file.toString().endsWith(Declaration.ENDING))
                    .map(Declaration::read)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private void keep(Declaration wanted) {
        Optional<LocalService> running =
                Optional.ofNullable(services.get(wanted.environment())).filter(LocalService::isKept);
        if (running.map(LocalService::declaration).filter(wanted::equals).isPresent()) {
            return;
        }
        running.ifPresent(LocalService::close);
        services.put(wanted.environment(), new LocalService(wanted, around));
    }

    private static void join(Thread closing) {
        try {
            closing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package tako.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands on this machine, each in a folder of its own below the root and with a clean environment. Everything a
 * command started ends with it, with its cancel, and with the server, even when that is killed or stopped: see
 * {@link Supervisor}. One executor has its root for itself.
 */
public final class LocalExecutor implements Executor, AutoCloseable {
    /** The variable that marks the processes of an execution; its value is the execution's folder. */
    static final String MARK = "TAKO_RUN";

    private static final Logger LOG = LoggerFactory.getLogger(LocalExecutor.class);

    private final Path root;
    private final Isolation isolation;
    private final Bounds bounds;
    private final Set<LocalExecution> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("script-beat").factory());
    private volatile boolean closed;

    /**
     * An executor whose commands run below a folder.
     *
     * @param root is made when it is missing, for its owner only
     */
    public LocalExecutor(Path root, Isolation isolation, Bounds bounds) {
        this.root = root;
        this.isolation = isolation;
        this.bounds = bounds;
        var beat = bounds.beat().toNanos();
        var _ = beats.scheduleWithFixedDelay(
                () -> running.forEach(LocalExecution::beat), 0, beat, TimeUnit.NANOSECONDS);
    }

    /**
     * Ends what an earlier server of the same root left: its processes, then their folders. Call it before the first
     * start.
     */
    public void sweep() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root.toRealPath())) {
            var home = root.toRealPath();
            var left = ProcessTable.killAll(() -> ProcessTable.markedBy(home), bounds.silence());
            left.forEach(process -> LOG.error("A process of an earlier server cannot be killed: {}", process));
            folders.forEach(folder -> new RunFolder(folder).remove());
        } catch (IOException e) {
            LOG.warn("The folder {} could not be read: {}", root, e.toString());
        }
    }

    @Override
    public Execution start(String key, Command command, Output output) {
        RunFolder folder;
        try {
            folder = RunFolder.create(root, key);
        } catch (IOException e) {
            return new NeverStarted(
                    new RunFolder(root.resolve("never-made")),
                    "No working folder could be made below " + root + ": " + e + ".");
        }
        try {
            folder.write(command);
            return start(folder, command, output);
        } catch (IOException e) {
            return new NeverStarted(folder, "The command could not be started: " + e + ".");
        }
    }

    private Execution start(RunFolder folder, Command command, Output output) throws IOException {
        var environment = environment(folder, command);
        var missing = missingProgram(folder, command, new Programs(environment.getOrDefault("PATH", "")));
        if (missing.isPresent()) {
            return new NeverStarted(folder, missing.get());
        }
        var builder = new ProcessBuilder(Supervisor.words(isolation.kind(), bounds.silence()))
                .directory(folder.work().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var execution = new LocalExecution(folder, builder.start(), isolation.kind(), bounds, output);
        running.add(execution);
        execution.beat();
        execution.start(command.timeout(), () -> running.remove(execution));
        if (closed) {
            execution.cancel();
        }
        return execution;
    }

    private static Optional<String> missingProgram(RunFolder folder, Command command, Programs programs) {
        for (String name : Supervisor.programs()) {
            if (Programs.ofThisProcess().find(name, folder.work()).isEmpty()) {
                return Optional.of("This machine lacks the program " + name
                        + ", which Tako needs to run scripts. Install it (Debian: apt-get install bash util-linux).");
            }
        }
        var program = command.argv().getFirst();
        if (programs.find(program, folder.work()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                "The program " + program + " was not found on this machine (PATH is " + programs.path() + ").");
    }

    private static Map<String, String> environment(RunFolder folder, Command command) {
        var environment = new HashMap<String, String>();
        environment.put("PATH", Programs.ofThisProcess().path());
        environment.put("HOME", System.getProperty("user.home"));
        environment.put("LANG", Optional.ofNullable(System.getenv("LANG")).orElse("C.UTF-8"));
        environment.put("TMPDIR", folder.tmp().toString());
        environment.putAll(command.environment());
        environment.put(MARK, folder.path().toString());
        return environment;
    }

    /** Always empty: what runs here ends with the server. */
    @Override
    public Optional<Execution> attach(String key, long offset, Output output) {
        return Optional.empty();
    }

    /** Cancels what runs; what is started from now on is cancelled at once. */
    @Override
    public void close() {
        closed = true;
        var cancels = running.stream()
                .map(execution -> Thread.ofPlatform().start(execution::cancel))
                .toList();
        cancels.forEach(LocalExecutor::join);
        beats.shutdownNow();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

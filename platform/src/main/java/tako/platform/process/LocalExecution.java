package tako.platform.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.process.Executor.Exit;
import tako.platform.process.Executor.Output;
import tako.platform.process.Executor.Output.Stream;

/**
 * A command that runs on this machine. One thread per stream reads, one waits for the end and clears up, so that limits
 * hold whether or not anybody waits.
 */
final class LocalExecution implements Executor.Execution {
    private static final Logger LOG = LoggerFactory.getLogger(LocalExecution.class);
    /** Only a process inside a system call that cannot be interrupted (a dead disk) survives SIGKILL for long. */
    private static final Duration UNKILLABLE = Duration.ofSeconds(10);

    private final RunFolder folder;
    private final Process supervisor;
    private final Isolation.Kind isolation;
    private final Bounds bounds;
    private final OutputStream lifeline;
    private final OutputReader out;
    private final OutputReader err;
    /** Why it was ended before its own end, by whoever said so first. */
    private final AtomicReference<@Nullable Exit> ended = new AtomicReference<>();

    private final CompletableFuture<Exit> exit = new CompletableFuture<>();

    LocalExecution(RunFolder folder, Process supervisor, Isolation.Kind isolation, Bounds bounds, Output output) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.isolation = isolation;
        this.bounds = bounds;
        this.lifeline = supervisor.getOutputStream();
        this.out = new OutputReader(supervisor.getInputStream(), Stream.OUT, output, this::end);
        this.err = new OutputReader(supervisor.getErrorStream(), Stream.ERR, output, this::end);
    }

    /** Begins to read and to watch; the callback is told when nothing is left. */
    void start(Optional<Duration> timeout, Runnable gone) {
        out.start();
        err.start();
        var _ = Thread.ofPlatform()
                .daemon()
                .name("execution-" + supervisor.pid())
                .start(() -> {
                    watch(timeout);
                    gone.run();
                });
    }

    /** Tells the command that its server lives. */
    void beat() {
        try {
            lifeline.write('\n');
            lifeline.flush();
        } catch (IOException e) {
            // It has just ended.
        }
    }

    private void watch(Optional<Duration> timeout) {
        try {
            if (timeout.isPresent() && !supervisor.waitFor(timeout.get().toMillis(), TimeUnit.MILLISECONDS)) {
                end(new Exit.TimedOut());
            }
            var code = supervisor.waitFor();
            clear();
            out.finish(bounds.drain());
            err.finish(bounds.drain());
            finish(code);
        } catch (InterruptedException | RuntimeException e) {
            // Nobody interrupts this thread; whatever else went wrong must not leave a waiter waiting.
            exit.completeExceptionally(e);
        }
    }

    private void finish(int code) {
        var refusal = out.refusal().or(err::refusal);
        if (refusal.isPresent()) {
            exit.completeExceptionally(refusal.get());
            return;
        }
        var reason = ended.get();
        exit.complete(reason != null ? reason : new Exit.Code(code));
    }

    /** Ends it because its output is not wanted any more; what the receiver threw is the result. */
    private void end() {
        Thread.ofPlatform().daemon().start(() -> end(new Exit.Cancelled()));
    }

    private void end(Exit reason) {
        if (!ended.compareAndSet(null, reason)) {
            return;
        }
        members().forEach(ProcessHandle::destroy);
        if (!exits(bounds.grace())) {
            kill();
        }
    }

    /** The watcher kills the group as soon as its lifeline ends; what it cannot see is found here. */
    private void kill() {
        var before = members();
        closeLifeline();
        report(ProcessTable.killAll(() -> union(before, members()), UNKILLABLE));
    }

    /** After the first process has ended: in a namespace nothing is left, else the group and the escaped are. */
    private void clear() {
        closeLifeline();
        if (!isolation.endsAsOne() || ended.get() != null) {
            report(ProcessTable.killAll(() -> ProcessTable.markedBy(folder.path()), UNKILLABLE));
        }
    }

    private Set<ProcessHandle> members() {
        var members = new HashSet<>(ProcessTable.markedBy(folder.path()));
        supervisor.toHandle().descendants().forEach(members::add);
        members.add(supervisor.toHandle());
        return members;
    }

    private static Set<ProcessHandle> union(Set<ProcessHandle> some, Set<ProcessHandle> others) {
        var union = new HashSet<>(some);
        union.addAll(others);
        return union;
    }

    private void closeLifeline() {
        try {
            lifeline.close();
        } catch (IOException e) {
            // It has just ended.
        }
    }

    private void report(Collection<ProcessHandle> left) {
        if (!left.isEmpty()) {
            LOG.error("Processes of {} cannot be killed: {}", folder.path(), left);
        }
    }

    private boolean exits(Duration bound) {
        var end = System.nanoTime() + bound.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return supervisor.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Exit await() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void cancel() {
        if (exit.isDone()) {
            return;
        }
        end(new Exit.Cancelled());
        var _ = exit.handle((result, failure) -> true).join();
    }

    @Override
    public Path workingFolder() {
        return folder.work();
    }

    @Override
    public void close() {
        folder.remove();
    }
}

package tako.server.infrastructure.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.log.Level;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetProbe;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.server.resource.Stored;

/**
 * Asks targets, a few at once, each on a virtual thread of its own and no longer than its bound. A probe that does not stop when it is
 * interrupted is left alone: nothing waits for it, and it writes nothing more.
 */
final class Inquiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Semaphore free;
    private final Duration bound;
    private final HealthLog log;

    /** What came of asking a target. */
    record Answer(Stored<Machine> target, Finding finding) {}

    Inquiry(HealthLimits limits, HealthLog log) {
        this.free = new Semaphore(limits.together());
        this.bound = limits.target();
        this.log = log;
    }

    /** Asks a target as soon as there is room; its node of the log is open. */
    void ask(Stored<Machine> target, TargetProbe probe) {
        threads.execute(() -> {
            try {
                free.acquire();
                try {
                    answers.add(new Answer(target, bounded(target, probe)));
                } finally {
                    free.release();
                }
            } catch (InterruptedException nobodyWaits) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The next answer; there is one for each target that was asked. */
    Answer next() throws InterruptedException {
        return answers.take();
    }

    private Finding bounded(Stored<Machine> target, TargetProbe probe) throws InterruptedException {
        var listening = new AtomicBoolean(true);
        Future<Finding> asking = threads.submit(() -> probe.probe(target, line -> tell(target, line, listening)));
        try {
            return asking.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Finding(
                    Health.UNAVAILABLE,
                    "It did not answer within " + bound.toSeconds()
                            + " seconds. Check that it runs and can be reached from this server, then check again.");
        } catch (ExecutionException broken) {
            return broken(
                    target, Optional.<Throwable>ofNullable(broken.getCause()).orElse(broken));
        } finally {
            hush(listening);
            asking.cancel(true);
        }
    }

    private void tell(Stored<Machine> target, String line, AtomicBoolean listening) {
        synchronized (listening) {
            if (listening.get()) {
                log.line(target, Level.INFO, line);
            }
        }
    }

    private static void hush(AtomicBoolean listening) {
        synchronized (listening) {
            listening.set(false);
        }
    }

    private static Finding broken(Stored<Machine> target, Throwable cause) {
        LOG.error("The check of {} broke", target.id(), cause);
        return new Finding(
                Health.UNKNOWN,
                "The check itself broke, which is a defect of the server; its own log says why. Check the target again, and"
                        + " report the defect if that breaks too.");
    }

    /** Stops asking; waits for nobody. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

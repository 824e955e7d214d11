package tako.platform.task;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A platform thread that repeats a step until it is stopped. A step that fails is repeated a little later. */
final class NodeLoop {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLoop.class);
    private static final Duration RETRY = Duration.ofMillis(250);

    /** Works, then waits for its next turn. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private final Step step;
    private final Bell pause = new Bell();
    private final Thread thread;
    private volatile boolean stopped;
    private boolean failing;

    private NodeLoop(String name, Step step) {
        this.step = step;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    static NodeLoop start(String name, Step step) {
        NodeLoop loop = new NodeLoop(name, step);
        loop.thread.start();
        return loop;
    }

    private void run() {
        while (!stopped) {
            try {
                attempt();
            } catch (InterruptedException e) {
                LOG.debug("{} was told to stop", thread.getName());
            }
        }
    }

    private void attempt() throws InterruptedException {
        try {
            step.run();
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                LOG.warn("{} failed, and tries again until it succeeds", thread.getName(), e);
            }
            failing = true;
            pause.await(RETRY);
        }
    }

    /** Ends the loop after the step it is in. */
    void stop() {
        stopped = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

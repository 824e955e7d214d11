package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;

/**
 * A node: it claims tasks and runs them. {@link #start} lets it work on platform threads of its own; a test calls {@link
 * #tick} instead, with clocks that it moves itself.
 */
public final class TaskNode {
    private static final Logger LOG = LoggerFactory.getLogger(TaskNode.class);
    private static final Duration OFTEN = Duration.ofMillis(250);
    /** How long a run may take to stop once the node has told it to. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final TaskNodeSettings settings;
    private final NodeWork work;
    private final Bell claimBell = new Bell();
    private final Bell watchBell = new Bell();
    private final Bell endBell = new Bell();
    private final List<NodeLoop> claiming = new ArrayList<>();
    private final List<NodeLoop> serving = new ArrayList<>();

    /** A node that does nothing yet. */
    public TaskNode(
            Database database,
            TaskQueue queue,
            TaskNodeSettings settings,
            Collection<TaskHandler> handlers,
            TaskRuntime runtime) {
        this.settings = settings;
        RunStarter runs = RunStarter.on(runtime.runners());
        this.work =
                new NodeWork(new NodeWork.Means(database, queue, settings, runtime.clock(), runs, claimBell), handlers);
        database.onHint(TaskHints.CLAIM, claimBell::ring);
        database.onHint(TaskHints.CANCEL, watchBell::ring);
    }

    /**
     * Resumes at once what was interrupted on an embedded database: its home belongs to this process alone, so nothing of it
     * runs any more. On a shared database the leases decide. Part of {@link #start}.
     */
    public void resumeOwn() {
        work.resumeOwn();
    }

    /** Starts to work, once. */
    public synchronized void start() {
        resumeOwn();
        Duration poll = settings.timings().poll();
        loop("guard", work::guard, new Bell(), OFTEN);
        loop("beat", work::beat, new Bell(), OFTEN);
        loop("watch", work::look, watchBell, poll);
        serving.add(NodeLoop.start("tako-task-end", this::writeEnds));
        claiming.add(NodeLoop.start("tako-task-claim", this::claim));
        LOG.info("Node {} runs tasks", settings.name());
    }

    private void loop(String name, Runnable duty, Bell bell, Duration interval) {
        serving.add(NodeLoop.start("tako-task-" + name, () -> {
            duty.run();
            bell.await(interval);
        }));
    }

    private void writeEnds() throws InterruptedException {
        if (work.writeEnds()) {
            work.awaitEnd(settings.timings().poll());
        } else {
            endBell.await(OFTEN);
        }
    }

    private void claim() throws InterruptedException {
        if (!work.claim()) {
            claimBell.await(settings.timings().poll());
        }
    }

    /**
     * Does once, on the calling thread, what the node's threads do: renews leases, watches, wakes and times out, claims and
     * starts, writes ends. What finds no database is left for the next time.
     *
     * @return whether it claimed something
     */
    public boolean tick() {
        work.beat();
        work.guard();
        attempt(work::look);
        int before = work.owned().claims();
        attempt(work::claim);
        work.writeEnds();
        return work.owned().claims() > before;
    }

    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (DatabaseUnavailable e) {
            LOG.debug("A part of a tick found no database", e);
        }
    }

    /**
     * Stops to claim, lets runs finish for a while, then tells the others to stop and gives their tasks back to the queue, so
     * that another node, or the next start, resumes them at once.
     */
    public synchronized void stop(Duration longest) {
        LOG.info("Node {} stops", settings.name());
        claiming.forEach(NodeLoop::stop);
        work.giveBackWaiting();
        if (!finished(longest)) {
            work.giveBackRunning();
            if (!finished(LAST_WORDS)) {
                LOG.warn(
                        "These tasks did not stop; the next start resumes them: {}",
                        work.owned().ids());
            }
        }
        serving.forEach(NodeLoop::stop);
        claiming.clear();
        serving.clear();
    }

    /** Writes ends until nothing is owned; false if that took too long, or the thread was interrupted. */
    private boolean finished(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            do {
                work.writeEnds();
                if (work.owned().awaitNone(OFTEN)) {
                    return true;
                }
            } while (System.nanoTime() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

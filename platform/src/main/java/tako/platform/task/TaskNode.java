package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.Dialect;

/**
 * A node: it claims tasks and runs them. {@link #start} lets it work on platform threads of its own; a test calls {@link
 * #tick} instead, with clocks that it moves itself.
 */
public final class TaskNode {
    private static final Logger LOG = LoggerFactory.getLogger(TaskNode.class);
    private static final Duration OFTEN = Duration.ofMillis(250);
    /** How long a run may take to stop once the node has told it to. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Database database;
    private final TaskEnds ends;
    private final TaskNodeSettings settings;
    private final OwnedTasks owned = new OwnedTasks();
    private final Bell claimBell = new Bell();
    private final Bell watchBell = new Bell();
    private final EndWriter endWriter;
    private final Heartbeat heartbeat;
    private final TaskWatch watch;
    private final DueTasks due;
    private final List<TaskDispatch> dispatches;
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
        TaskClock clock = runtime.clock();
        this.database = database;
        this.ends = queue.ends();
        this.settings = settings;
        this.endWriter = new EndWriter(database, ends, owned);
        this.heartbeat = new Heartbeat(database, owned, clock, settings.timings());
        this.watch = new TaskWatch(database, ends, owned, clock, settings.timings());
        this.due = new DueTasks(database, ends, clock.wall());
        this.dispatches =
                dispatches(new TaskDispatch.Node(database, runtime, settings, owned, endWriter, claimBell), handlers);
        database.onHint(TaskHints.CLAIM, claimBell::ring);
        database.onHint(TaskHints.CANCEL, watchBell::ring);
    }

    private static List<TaskDispatch> dispatches(TaskDispatch.Node node, Collection<TaskHandler> handlers) {
        List<TaskDispatch> dispatches = new ArrayList<>();
        for (TaskHandler.Slot slot : TaskHandler.Slot.values()) {
            List<TaskHandler> those =
                    handlers.stream().filter(handler -> handler.slot() == slot).toList();
            if (!those.isEmpty() && node.settings().slots(slot) > 0) {
                dispatches.add(new TaskDispatch(node, slot, those));
            }
        }
        return List.copyOf(dispatches);
    }

    /**
     * Resumes at once what was interrupted on an embedded database: its home belongs to this process alone, so nothing of it
     * runs any more. On a shared database the leases decide. Part of {@link #start}.
     */
    public void resumeOwn() {
        if (database.dialect() == Dialect.SQLITE) {
            database.change(ends::resume);
        }
    }

    /** Starts to work, once. */
    public synchronized void start() {
        resumeOwn();
        Duration poll = settings.timings().poll();
        loop("guard", heartbeat::guard, new Bell(), OFTEN);
        loop("beat", heartbeat::beatIfDue, new Bell(), OFTEN);
        loop("watch", this::look, watchBell, poll);
        serving.add(NodeLoop.start("tako-task-end", this::writeEnds));
        claiming.add(NodeLoop.start("tako-task-claim", this::claimAll));
        LOG.info("Node {} runs tasks", settings.name());
    }

    private void loop(String name, Runnable work, Bell bell, Duration interval) {
        serving.add(NodeLoop.start("tako-task-" + name, () -> {
            work.run();
            bell.await(interval);
        }));
    }

    private void look() {
        watch.look();
        due.look();
    }

    private void writeEnds() throws InterruptedException {
        if (endWriter.flush()) {
            endWriter.await(settings.timings().poll());
        } else {
            endBell.await(OFTEN);
        }
    }

    private void claimAll() throws InterruptedException {
        boolean more = false;
        for (TaskDispatch dispatch : dispatches) {
            more |= dispatch.claim();
        }
        if (!more) {
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
        heartbeat.beatIfDue();
        heartbeat.guard();
        attempt(this::look);
        int before = owned.claims();
        dispatches.forEach(dispatch -> attempt(dispatch::claim));
        endWriter.flush();
        return owned.claims() > before;
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
        dispatches.forEach(TaskDispatch::giveBackWaiting);
        if (!finished(longest)) {
            owned.all().forEach(one -> one.stop(OwnedTask.Stop.GIVE_BACK));
            if (!finished(LAST_WORDS)) {
                LOG.warn("These tasks did not stop; the next start resumes them: {}", owned.ids());
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
                endWriter.flush();
                if (owned.awaitNone(OFTEN)) {
                    return true;
                }
            } while (System.nanoTime() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

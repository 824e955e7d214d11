package tako.platform.task;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.Tx;

/** A task that this node has claimed, from the claim until its end is written. */
final class OwnedTask implements TaskRun {
    /** Why a run is to stop, the stronger last. */
    enum Stop {
        NONE,
        /** The node stops, or cannot renew its lease: the task goes on later. */
        GIVE_BACK,
        /** A person asked. */
        CANCEL,
        /** The row belongs to somebody else now, or has ended. */
        LOST
    }

    private enum Phase {
        WAITING,
        RUNNING,
        RETURNED
    }

    private final Database database;
    private final TaskStore.Leases leases;
    private final TaskRow task;
    private final long claimedAt;
    private Phase phase = Phase.WAITING;
    private Stop stop = Stop.NONE;
    private @Nullable Runnable interrupt;

    /** @param claimedAt before the claim was sent, on the clock that only goes forward */
    OwnedTask(Database database, TaskStore.Leases leases, TaskRow task, long claimedAt) {
        this.database = database;
        this.leases = leases;
        this.task = task;
        this.claimedAt = claimedAt;
    }

    @Override
    public TaskRow task() {
        return task;
    }

    long claimedAt() {
        return claimedAt;
    }

    @Override
    public synchronized boolean stopRequested() {
        return stop != Stop.NONE;
    }

    @Override
    public synchronized boolean cancelRequested() {
        return stop == Stop.CANCEL;
    }

    synchronized boolean running() {
        return phase == Phase.RUNNING;
    }

    @Override
    public <T> T write(Function<Tx, T> change) {
        if (lost()) {
            throw new TaskLost(task.id());
        }
        return database.write(tx -> {
            if (!leases.fence(tx, Fence.of(task))) {
                throw new TaskLost(task.id());
            }
            return change.apply(tx);
        });
    }

    private synchronized boolean lost() {
        return stop == Stop.LOST;
    }

    /** Asks the run to stop and interrupts it, once for each stronger reason. */
    synchronized void stop(Stop why) {
        if (phase == Phase.RETURNED || why.compareTo(stop) <= 0) {
            return;
        }
        stop = why;
        if (interrupt != null) {
            interrupt.run();
        }
    }

    /** Runs the handler on the calling thread and says what the task becomes by it. */
    RunEnd run(TaskHandler handler) {
        if (!begin(Thread.currentThread()::interrupt)) {
            return new RunEnd.NotStarted();
        }
        Optional<TaskResult> result = Optional.empty();
        Optional<Throwable> thrown = Optional.empty();
        try {
            result = Optional.of(handler.run(this));
        } catch (InterruptedException | RuntimeException | Error e) {
            thrown = Optional.of(e);
        }
        RunEnd end = end(result, thrown);
        Thread.interrupted();
        return end;
    }

    /**
     * The run begins, unless it was told to stop before.
     *
     * @param interrupt how to make it listen when it is to stop
     */
    synchronized boolean begin(Runnable interrupt) {
        if (stop != Stop.NONE) {
            phase = Phase.RETURNED;
            return false;
        }
        phase = Phase.RUNNING;
        this.interrupt = interrupt;
        return true;
    }

    /** The run is over, with a result or with what it threw; what the task becomes by it. Nobody interrupts it any more. */
    synchronized RunEnd end(Optional<TaskResult> result, Optional<Throwable> thrown) {
        phase = Phase.RETURNED;
        interrupt = null;
        return result.map(this::returned).orElseGet(() -> threw(thrown.orElseThrow()));
    }

    private RunEnd returned(TaskResult result) {
        boolean forTheNode = stop == Stop.GIVE_BACK && result instanceof TaskResult.Canceled;
        return forTheNode ? new RunEnd.GivenBack() : new RunEnd.Returned(result);
    }

    private RunEnd threw(Throwable thrown) {
        return switch (stop) {
            case GIVE_BACK, LOST -> new RunEnd.GivenBack();
            case CANCEL -> new RunEnd.Returned(new TaskResult.Canceled());
            case NONE -> unasked(thrown);
        };
    }

    private static RunEnd unasked(Throwable thrown) {
        return switch (thrown) {
            case DatabaseUnavailable ignored -> new RunEnd.NodeLost();
            case TaskLost ignored -> new RunEnd.GivenBack();
            default -> new RunEnd.Returned(new TaskResult.Failed(sentence(thrown)));
        };
    }

    private static String sentence(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}

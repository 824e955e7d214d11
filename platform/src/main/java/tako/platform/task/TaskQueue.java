package tako.platform.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.platform.task.TaskMoves.Mover;

/**
 * The durable queue as the rest of the server sees it. Everything is a change of rows in the caller's transaction; nodes
 * hear of it after the commit, and find it by themselves if they do not.
 */
public final class TaskQueue {
    private final TaskStore store;
    private final InstantSource clock;
    private final TaskLimits limits;
    private final TaskEnds ends;

    /** @param listeners who is told of the ends of which kind */
    public TaskQueue(InstantSource clock, TaskLimits limits, Map<String, TaskEndListener> listeners) {
        this(SqlTaskStore.create(), clock, limits, listeners);
    }

    TaskQueue(TaskStore store, InstantSource clock, TaskLimits limits, Map<String, TaskEndListener> listeners) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
        this.ends = new TaskEnds(store, clock, limits, listeners);
    }

    /** Queues a task; answers its id, {@code ServerTasks-n}. */
    public String enqueue(Tx tx, NewTask task) {
        String id = store.rows().insert(tx, task, clock.millis());
        store.locks().need(tx, id, task.locks());
        tx.hint(TaskHints.CLAIM);
        return id;
    }

    /** Sees to it that a recurring chore is queued once, with this interval; due at once if it is new. */
    public void ensure(Tx tx, RecurringChore chore) {
        if (!store.chores().retime(tx, chore)) {
            store.chores().insert(tx, chore, clock.millis());
            tx.hint(TaskHints.CLAIM);
        }
    }

    /**
     * Removes the tasks of a recurring chore that have succeeded: they would soon outnumber everything that people look for. Only for chores
     * of whose tasks nothing else is kept.
     */
    public void sweep(Tx tx, RecurringChore chore) {
        store.chores().sweep(tx, chore);
    }

    /** A task by its id. */
    public Optional<TaskRow> find(View view, String id) {
        return store.rows().find(view, id);
    }

    /**
     * Cancels a task: one that does not run ends at once; one that runs is stopped, and ends at the latest when the cancel
     * grace is over. Asking again changes nothing.
     *
     * @throws Problem 404 for an unknown id
     */
    public CancelOutcome cancel(Tx tx, String id) {
        TaskRow task = require(tx, id);
        return switch (task.state()) {
            case QUEUED, PARKED -> {
                Next canceled = Next.ended(TaskState.CANCELED, "", clock.millis());
                ends.move(tx, List.of(id), Mover.PERSON, row -> Optional.of(canceled));
                yield CancelOutcome.CANCELED;
            }
            case EXECUTING -> {
                long now = clock.millis();
                store.wishes().cancel(tx, task, now, now + limits.cancelGrace().toMillis());
                tx.hint(TaskHints.CANCEL);
                yield CancelOutcome.CANCELLING;
            }
            case CANCELLING -> CancelOutcome.CANCELLING;
            case SUCCESS, FAILED, CANCELED, TIMED_OUT -> CancelOutcome.HAD_ENDED;
        };
    }

    /**
     * Turns a task that succeeded into one that failed, or back, because a person says so.
     *
     * @param reason for the record, not blank
     * @throws Problem 404 for an unknown id, 400 for any other change or without a reason
     */
    public TaskRow changeState(Tx tx, String id, TaskState to, String reason) {
        TaskRow task = require(tx, id);
        if (!task.state().ended() || !TaskMoves.allowed(task.state(), to, Mover.PERSON)) {
            throw Problem.invalid("Task " + id + " is " + task.state().wireName() + " and cannot be set to "
                    + to.wireName() + ". Only Success can be turned into Failed, and Failed into Success.");
        }
        if (reason.isBlank()) {
            throw Problem.invalid("Say why the state of task " + id + " is changed: a reason is required.");
        }
        store.wishes().changeEnd(tx, task, to, reason);
        ends.tell(tx, List.of(id));
        return require(tx, id);
    }

    /**
     * Lets a parked task go on. A task that still runs remembers it: parking then queues it again, so that no wake-up comes
     * too early.
     *
     * @return whether the task was parked or running
     * @throws Problem 404 for an unknown id
     */
    public boolean wake(Tx tx, String id) {
        return switch (require(tx, id).state()) {
            case PARKED ->
                ends.move(tx, List.of(id), Mover.ENGINE, row -> Optional.of(Next.queued()))
                        .isEmpty();
            case EXECUTING -> store.wishes().rememberWake(tx, id);
            case QUEUED, CANCELLING, SUCCESS, FAILED, CANCELED, TIMED_OUT -> false;
        };
    }

    /**
     * Moves a queued task before all others.
     *
     * @throws Problem 404 for an unknown id, 409 for a task that is not queued
     */
    public void prioritize(Tx tx, String id) {
        TaskRow task = require(tx, id);
        if (!store.wishes().prioritize(tx, id)) {
            throw Problem.conflict("Task " + id + " is " + task.state().wireName()
                    + ", not queued. Only a queued task can be moved to the top of the queue.");
        }
    }

    /**
     * Gives a task that has not started another time.
     *
     * @param runAfter not before this instant
     * @param expiresAt TimedOut if not started by then
     * @throws Problem 404 for an unknown id, 409 for a task that has started
     */
    public void reschedule(Tx tx, String id, Instant runAfter, Optional<Instant> expiresAt) {
        TaskRow task = require(tx, id);
        if (!store.wishes().reschedule(tx, id, runAfter, expiresAt)) {
            throw Problem.conflict("Task " + id + " is " + task.state().wireName()
                    + " and has started. Only a task that has not started can be given another time.");
        }
        tx.hint(TaskHints.CLAIM);
    }

    /**
     * Where a queued task stands, and what it waits for; empty for a task that is not queued.
     *
     * @throws Problem 404 for an unknown id
     */
    public Optional<QueuePosition> queuedBehind(View view, String id) {
        TaskRow task = require(view, id);
        if (task.state() != TaskState.QUEUED) {
            return Optional.empty();
        }
        List<String> needs = store.locks().needs(view, List.of(id)).getOrDefault(id, List.of());
        List<LockHolder> held = holdersOf(view, needs).stream()
                .filter(holder -> !holder.task().equals(id))
                .toList();
        return Optional.of(
                new QueuePosition(store.line().ahead(view, id), store.line().before(view, id, 100), held));
    }

    /** Who holds these locks; those that nobody holds are absent. */
    public List<LockHolder> holdersOf(View view, Collection<String> lockNames) {
        return store.locks().holders(view, lockNames);
    }

    /**
     * Takes a lock for a part of a running task, inside {@link TaskRun#write}. It is released by {@link #releaseLock}, or
     * with the task's end, or when the task parks without keeping its locks.
     *
     * @return whether that part holds it now, also if it did before
     */
    public boolean takeLock(Tx tx, TaskRow task, String item, String lockName) {
        return store.locks().take(tx, task, item, lockName);
    }

    /** Releases a lock that a part of a running task holds, inside {@link TaskRun#write}. */
    public void releaseLock(Tx tx, TaskRow task, String item, String lockName) {
        store.locks().release(tx, task, item, lockName);
        tx.hint(TaskHints.CLAIM);
    }

    /** The rows that nodes work on too. */
    TaskStore store() {
        return store;
    }

    /** How nodes end what they ran. */
    TaskEnds ends() {
        return ends;
    }

    private TaskRow require(View view, String id) {
        return store.rows().find(view, id).orElseThrow(() -> Problem.notFound(id));
    }
}

package tako.platform.task;

import tako.platform.database.Tx;

/**
 * Told of each task of its kind that ended, and of each change of an end by a person, in the transaction that does it:
 * what mirrors the end (a read model, an event, a next task) commits with it or not at all.
 */
@FunctionalInterface
public interface TaskEndListener {
    /**
     * Writes what follows from the end. Like every write body it may run more than once.
     *
     * @param task the task as it is now, in a state that has ended
     */
    void ended(Tx tx, TaskRow task);
}

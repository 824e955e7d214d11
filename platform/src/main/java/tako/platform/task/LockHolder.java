package tako.platform.task;

/**
 * Who holds a lock.
 *
 * @param name the lock
 * @param task the id of the task that holds it
 * @param item the part of the task that holds it, "" for the task as a whole
 */
public record LockHolder(String name, String task, String item) {}

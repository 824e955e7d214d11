package tako.platform.task;

import java.util.List;

/**
 * Where a queued task stands.
 *
 * @param ahead how many due tasks are claimed before it
 * @param behind the tasks that share a lock with it and go first: those that hold one, then those queued before it; at
 *     most 100
 * @param heldLocks the locks it waits for, with their holders
 */
public record QueuePosition(long ahead, List<TaskRow> behind, List<LockHolder> heldLocks) {}

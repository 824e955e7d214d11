package tako.platform.task;

import java.util.Optional;

/**
 * What a task becomes when a node or a person lets go of it.
 *
 * @param to its next state
 * @param reason for people, "" where the state says it all
 * @param endedAt UTC milliseconds, empty unless the state has ended
 * @param waitingFor what a parked task waits for, "" otherwise
 * @param wakeAt when a parked task goes on by itself, UTC milliseconds
 * @param keepLocks whether its locks stay held
 * @param undoAttempt whether the claim is taken back as if it had not been
 * @param lost whether its node was lost
 */
record Next(
        TaskState to,
        String reason,
        Optional<Long> endedAt,
        String waitingFor,
        Optional<Long> wakeAt,
        boolean keepLocks,
        boolean undoAttempt,
        boolean lost) {

    static Next ended(TaskState to, String reason, long now) {
        return new Next(to, reason, Optional.of(now), "", Optional.empty(), false, false, false);
    }

    /** Queued again; it goes on where it stood, so it keeps its locks. */
    static Next queued() {
        return queued(true, false, false);
    }

    static Next afterLoss() {
        return queued(true, false, true);
    }

    static Next unclaimed(boolean keepLocks) {
        return queued(keepLocks, true, false);
    }

    static Next parked(String waitingFor, Optional<Long> wakeAt, boolean keepLocks) {
        return new Next(TaskState.PARKED, "", Optional.empty(), waitingFor, wakeAt, keepLocks, false, false);
    }

    private static Next queued(boolean keepLocks, boolean undoAttempt, boolean lost) {
        return new Next(TaskState.QUEUED, "", Optional.empty(), "", Optional.empty(), keepLocks, undoAttempt, lost);
    }
}

package tako.platform.task;

import java.util.Set;

/**
 * What {@link TaskInvariants} judges of a task.
 *
 * @param state the name as stored, whatever it is
 * @param wakes whether it has an instant to wake at
 * @param holds the names of the locks that it or a part of it holds
 * @param needs the names of the locks that it takes when it is claimed
 */
record TaskFacts(
        String id,
        String state,
        String node,
        long epoch,
        boolean started,
        boolean cancelRequested,
        boolean cancelDeadline,
        String waitingFor,
        boolean wakes,
        boolean ended,
        Set<String> holds,
        Set<String> needs) {

    boolean is(TaskState one) {
        return state.equals(one.name());
    }

    boolean runs() {
        return is(TaskState.EXECUTING) || is(TaskState.CANCELLING);
    }

    boolean inEndState() {
        return is(TaskState.SUCCESS) || is(TaskState.FAILED) || is(TaskState.CANCELED) || is(TaskState.TIMED_OUT);
    }

    boolean waits() {
        return wakes || !waitingFor.isEmpty();
    }
}

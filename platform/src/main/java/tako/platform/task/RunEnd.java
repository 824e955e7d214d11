package tako.platform.task;

import java.time.Instant;
import java.util.Optional;

/** How a node's hold on a task ended, and what the task becomes by it. Pure. */
sealed interface RunEnd {
    /** The handler returned. */
    record Returned(TaskResult result) implements RunEnd {}

    /** The run was stopped for the node's sake; the task goes on elsewhere or later. */
    record GivenBack() implements RunEnd {}

    /** It was claimed and not started. */
    record NotStarted() implements RunEnd {}

    /** Its node was lost. */
    record NodeLost() implements RunEnd {}

    /** It did not stop within the cancel deadline. */
    record Abandoned() implements RunEnd {}

    /** What the task becomes; empty when this end has nothing to say about a task in that state. */
    static Optional<Next> next(HeldRow found, RunEnd end, int maxLosses, long now) {
        return switch (found.state()) {
            case EXECUTING -> executing(found, end, maxLosses, now);
            case CANCELLING -> Optional.of(Next.ended(TaskState.CANCELED, cancelReason(end), now));
            case QUEUED, PARKED, SUCCESS, FAILED, CANCELED, TIMED_OUT -> Optional.empty();
        };
    }

    private static Optional<Next> executing(HeldRow found, RunEnd end, int maxLosses, long now) {
        return switch (end) {
            case Returned(TaskResult result) -> Optional.of(returned(found, result, now));
            case GivenBack() -> Optional.of(Next.queued());
            case NotStarted() -> Optional.of(Next.unclaimed(found.attempt() > 1));
            case NodeLost() -> Optional.of(lost(found, maxLosses, now));
            case Abandoned() -> Optional.empty();
        };
    }

    private static Next returned(HeldRow found, TaskResult result, long now) {
        return switch (result) {
            case TaskResult.Succeeded() -> Next.ended(TaskState.SUCCESS, "", now);
            case TaskResult.Failed(String reason) -> Next.ended(TaskState.FAILED, reason, now);
            case TaskResult.Canceled() -> Next.ended(TaskState.CANCELED, "", now);
            case TaskResult.Parked(String waitingFor, Optional<Instant> until, boolean keepLocks) ->
                found.woken() ? Next.queued() : Next.parked(waitingFor, until.map(Instant::toEpochMilli), keepLocks);
        };
    }

    private static Next lost(HeldRow found, int maxLosses, long now) {
        if (found.losses() + 1 < maxLosses) {
            return Next.afterLoss();
        }
        String reason = "The server was lost " + maxLosses + " times while this task ran, so it was not started again.";
        return Next.ended(TaskState.FAILED, reason, now);
    }

    private static String cancelReason(RunEnd end) {
        return switch (end) {
            case Returned(TaskResult.Failed(String reason)) -> reason;
            case Abandoned() -> "It did not stop in time after cancel was asked; what it did last may be unfinished.";
            case NodeLost() ->
                "The server that ran it was lost before it had stopped; what it did last may be unfinished.";
            case Returned ignored -> "";
            case GivenBack ignored -> "";
            case NotStarted ignored -> "";
        };
    }
}

package tako.server.delivery.task;

import java.util.Map;
import java.util.Optional;
import tako.platform.task.TaskState;

/**
 * How many tasks there are in each state.
 *
 * @param executing those that wait for something included
 * @param interrupted those that wait for a person
 */
public record TaskCounts(
        int canceled,
        int cancelling,
        int executing,
        int failed,
        int queued,
        int success,
        int timedOut,
        int interrupted) {
    static final TaskCounts NONE = of(Map.of());

    /**
     * Those in one state.
     *
     * @param asking how many of them wait for a person
     */
    record InState(int many, int asking) {}

    static TaskCounts of(Map<TaskState, InState> counts) {
        return new TaskCounts(
                many(counts, TaskState.CANCELED),
                many(counts, TaskState.CANCELLING),
                many(counts, TaskState.EXECUTING) + many(counts, TaskState.PARKED),
                many(counts, TaskState.FAILED),
                many(counts, TaskState.QUEUED),
                many(counts, TaskState.SUCCESS),
                many(counts, TaskState.TIMED_OUT),
                counts.values().stream().mapToInt(InState::asking).sum());
    }

    private static int many(Map<TaskState, InState> counts, TaskState state) {
        return Optional.ofNullable(counts.get(state)).map(InState::many).orElse(0);
    }
}

package tako.server.delivery.task;

import java.util.Map;
import tako.platform.task.TaskState;

/**
 * How many tasks there are in each state.
 *
 * @param executing those that wait for something included
 * @param interrupted those of them that wait
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

    static TaskCounts of(Map<TaskState, Integer> counts) {
        int parked = counts.getOrDefault(TaskState.PARKED, 0);
        return new TaskCounts(
                counts.getOrDefault(TaskState.CANCELED, 0),
                counts.getOrDefault(TaskState.CANCELLING, 0),
                counts.getOrDefault(TaskState.EXECUTING, 0) + parked,
                counts.getOrDefault(TaskState.FAILED, 0),
                counts.getOrDefault(TaskState.QUEUED, 0),
                counts.getOrDefault(TaskState.SUCCESS, 0),
                counts.getOrDefault(TaskState.TIMED_OUT, 0),
                parked);
    }
}

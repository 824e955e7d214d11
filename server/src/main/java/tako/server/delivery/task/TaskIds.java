package tako.server.delivery.task;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tako.platform.task.TaskState;

/** Ids and states of tasks as clients write them. */
final class TaskIds {
    private static final String PREFIX = "ServerTasks-";

    private TaskIds() {}

    /** An id in the letters in which it is stored. */
    static String canonical(String id) {
        return id.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? PREFIX + id.substring(PREFIX.length()) : id;
    }

    /** A state by its wire name. */
    static Optional<TaskState> state(String name) {
        return Arrays.stream(TaskState.values())
                .filter(state -> state.wireName().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The states that a filter means; none for a name that is no state of ours ({@code Interrupted} is a filter of its own). */
    static Set<TaskState> states(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "new" -> EnumSet.of(TaskState.QUEUED);
            case "interrupted" -> Set.of();
            case "executing" -> EnumSet.of(TaskState.EXECUTING, TaskState.PARKED);
            default -> state(name).<Set<TaskState>>map(EnumSet::of).orElse(Set.of());
        };
    }
}

package tako.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Work that comes again: a task of the same queue that queues its next one as it ends, however it ends. There is never
 * more than one of a name that has not ended.
 *
 * @param name the kind of its tasks; a {@link TaskHandler} of that kind with {@link TaskHandler.Slot#CHORE} runs them
 * @param interval from the end of one to the start of the next; at least a millisecond
 */
public record RecurringChore(String name, Duration interval) {
    /** The payload format of recurring chores; the payload is an empty JSON object. */
    public static final int FORMAT = 1;

    public RecurringChore {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("The interval of " + name + " must be at least a millisecond");
        }
    }

    NewTask first(Instant due) {
        return new NewTask(name, "", FORMAT, "{}", 0, due, Optional.empty(), List.of());
    }

    String uniqueKey() {
        return "chore:" + name;
    }
}

package tako.server.delivery.step;

import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Decision;

/** That for which an action has waited. */
public sealed interface Happened {
    /** A question is no longer open. */
    record Decided(Decision decision) implements Happened {}

    /**
     * A task has ended.
     *
     * @param state how
     * @param reason why it failed, "" otherwise
     */
    record Ended(String task, TaskState state, String reason) implements Happened {}
}

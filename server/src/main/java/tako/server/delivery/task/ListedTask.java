package tako.server.delivery.task;

import java.util.List;
import tako.platform.task.TaskRow;

/**
 * A task with what it is about.
 *
 * @param warned whether its log has warnings or errors
 * @param canceledBy who asked that it be cancelled; "" for nobody, or the server itself
 * @param pending what it asks of people and nobody has answered yet
 */
record ListedTask(TaskRow task, TaskSubject subject, boolean warned, String canceledBy, List<PendingQuestion> pending) {
    /** Whether a person is waited for. */
    boolean asks() {
        return !task.state().ended() && !pending.isEmpty();
    }

    /** The same, described by another document. */
    ListedTask describedAs(String description) {
        TaskSubject described = new TaskSubject(description, subject.arguments(), subject.about(), subject.related());
        return new ListedTask(task, described, warned, canceledBy, pending);
    }

    /** How sentences name it. */
    String named() {
        return "'" + subject.description() + "' (" + task.id() + ")";
    }
}

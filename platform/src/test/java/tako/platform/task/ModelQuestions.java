package tako.platform.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;

/**
 * The questions that runs of the {@linkplain ModelWalk model} ask people. A test of the real rules of interruptions gives the model its own:
 * an answer and an expiry wake the task in the same transaction.
 */
public interface ModelQuestions {
    /** What has become of a question. */
    enum State {
        PENDING,
        PROCEED,
        ABORTED,
        EXPIRED,
        WITHDRAWN
    }

    /** A question of an item of a task. */
    record Question(String id, String task, int item, State state) {}

    /** Opens the question of an item; does nothing if it was asked before. */
    void ask(Tx tx, String task, int item, Instant deadline);

    /** The question of an item. */
    Optional<Question> find(View view, String task, int item);

    /** All that wait for an answer, the oldest task's first. */
    List<Question> pending(View view);

    /** Decides a question; false if it was decided before. */
    boolean answer(Tx tx, TaskQueue queue, String id, String person, boolean proceed);

    /** Expires what is overdue; answers the ids. */
    List<String> expire(Tx tx, TaskQueue queue, Instant now);

    /** Withdraws what a task that has ended still asks. */
    void withdraw(Tx tx, String task);
}

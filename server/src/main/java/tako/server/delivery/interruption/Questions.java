package tako.server.delivery.interruption;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Where runs put questions to people, and hear what became of them. Each write says the same when it is repeated. */
public interface Questions {
    /**
     * A question of a running item.
     *
     * @param key names the item and its attempt for ever: the same key asks once
     * @param activity the node of the task's log that asks
     * @param regards ids of the documents it is about: deployment, project, environment, release
     */
    record Asking(String key, String task, String space, String activity, Question question, List<String> regards) {}

    /** A question that was put. */
    record Asked(String id, Instant deadline) {}

    /** Puts a question, with its event, in the checkpoint in which the item begins to wait; its id is {@code Interruptions-n}. */
    Asked ask(Tx tx, Asking asking);

    /** What became of those of these questions that are no longer open. */
    Map<String, Decision> decisions(View view, Collection<String> ids);

    /** Ends those of these questions that are open and overdue now; a question that is answered at the same moment stays answered. */
    void expire(Tx tx, Collection<String> ids);

    /** Ends every open question of a task that has ended. */
    void withdraw(Tx tx, String task);
}

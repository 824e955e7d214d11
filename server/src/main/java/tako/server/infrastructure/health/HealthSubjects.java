package tako.server.infrastructure.health;

import java.util.List;
import java.util.Map;
import tako.platform.database.Tx;

/** Where it is kept what tasks are about, so that lists of tasks can show it. The feature of tasks, which lies above, provides it. */
public interface HealthSubjects {
    /** Records it, in the transaction that queues the task. */
    void record(Tx tx, String task, Subject subject);

    /** Remembers that the log of a task has warnings or errors. */
    void warned(Tx tx, String task);

    /**
     * What a health task is about.
     *
     * @param description for people
     * @param arguments what was asked for, as clients read it
     * @param environment the id of the one environment that was asked for; "" for none
     * @param related ids of documents
     */
    record Subject(String description, Map<String, String> arguments, String environment, List<String> related) {}
}

package tako.server.settings.mail;

import java.util.List;
import java.util.Map;
import tako.platform.database.Tx;

/** Where it is kept what tasks are about, so that lists of tasks can show it. The feature of tasks, which lies above, provides it. */
public interface MailSubjects {
    /** Records it, in the transaction that queues the task. */
    void record(Tx tx, String task, Subject subject);

    /** Remembers that the log of a task has warnings or errors. */
    void warned(Tx tx, String task);

    /**
     * What a task that sends mail is about.
     *
     * @param description for people
     * @param arguments as clients read them
     * @param related ids of documents
     */
    record Subject(String description, Map<String, String> arguments, List<String> related) {}
}

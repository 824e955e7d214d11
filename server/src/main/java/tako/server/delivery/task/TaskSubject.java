package tako.server.delivery.task;

import java.util.List;
import java.util.Map;

/**
 * What a task is about, as whoever queues it knows.
 *
 * @param description for people: {@code Deploy Random Quotes release 1.2.3 to Dev}
 * @param arguments as clients read them: {@code DeploymentId}
 * @param about the documents that lists filter by
 * @param related ids of the documents that its raw log names
 */
public record TaskSubject(String description, Map<String, String> arguments, About about, List<String> related) {
    /** A task of the server itself. */
    public static TaskSubject of(String description) {
        return new TaskSubject(description, Map.of(), About.NOTHING, List.of());
    }

    /**
     * Ids that lists filter by; "" for none.
     *
     * @param runbook "" for a deployment
     */
    public record About(String project, String environment, String tenant, String runbook) {
        static final About NOTHING = new About("", "", "", "");
    }
}

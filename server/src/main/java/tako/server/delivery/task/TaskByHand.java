package tako.server.delivery.task;

import java.util.List;
import tako.platform.database.Tx;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of tasks that people may ask for. Features that lie below provide it, joined where the program is wired.
 *
 * @param permissions what it needs in the space, or of the server, beside {@code TaskCreate}
 * @param ofServer whether its tasks are the server's own, whichever space they are asked for in
 */
public record TaskByHand(List<String> permissions, boolean ofServer, Queueing queueing) {
    /** A kind whose tasks lie in a space. */
    public TaskByHand(List<String> permissions, Queueing queueing) {
        this(permissions, false, queueing);
    }

    /** Queues a task. */
    @FunctionalInterface
    public interface Queueing {
        /**
         * Queues a task for somebody whose permissions were checked.
         *
         * @param description what people are to read; "" for the usual
         * @param arguments the member {@code Arguments} of the request
         * @return the id of the task
         * @throws tako.platform.http.Problem 400 for what cannot be asked for
         */
        String queue(Tx tx, String space, String description, ObjectNode arguments);
    }
}

package tako.server.delivery.task;

import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tools.jackson.databind.node.ObjectNode;

/** Queues tasks of a kind that people may ask for. Features that lie below provide it, joined where the program is wired. */
@FunctionalInterface
public interface TaskByHand {
    /**
     * Queues a task, which the caller may create in the space.
     *
     * @param description what people are to read; "" for the usual
     * @param arguments the member {@code Arguments} of the request
     * @return the id of the task
     * @throws tako.platform.http.Problem 400 for what cannot be asked for
     */
    String queue(Tx tx, Principal who, String space, String description, ObjectNode arguments);
}

package tako.app.client;

import tools.jackson.databind.JsonNode;

/** Sees to what comes up while a task is followed, such as a question that it waits for. */
@FunctionalInterface
public interface Attendant {
    /** Sees to nothing. */
    Attendant NONE = _ -> true;

    /**
     * Looks, several times a second.
     *
     * @param task as it is now
     * @return whether to go on following it
     */
    boolean attend(JsonNode task);
}

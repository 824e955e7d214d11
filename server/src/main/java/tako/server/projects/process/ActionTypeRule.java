package tako.server.projects.process;

import java.util.List;
import java.util.Set;

/**
 * What an action of some type must have. Step handlers give it as data, because processes know nothing of handlers.
 *
 * @param actionType e.g. {@code Octopus.Script}
 * @param place where such actions can run
 * @param fields their properties
 */
public record ActionTypeRule(String actionType, Place place, List<FieldRule> fields) {
    /** Where actions of a type can run. */
    public enum Place {
        /** On the server or a worker, with targets or without. */
        SERVER,
        /** Only for targets: its step names roles. */
        TARGET,
        /** Either, as its properties say. */
        ANY
    }

    /**
     * A property.
     *
     * @param key e.g. {@code Octopus.Action.Script.ScriptBody}
     * @param label for people
     * @param required whether it must have a value
     * @param choices the allowed values, compared without regard to case; empty for any
     */
    public record FieldRule(String key, String label, boolean required, Set<String> choices) {}
}

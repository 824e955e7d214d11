package tako.server.delivery.step;

import java.util.List;

/**
 * One property of an action.
 *
 * @param key e.g. {@code Octopus.Action.Script.ScriptBody}
 * @param label for people
 * @param control how a form edits it
 * @param required whether it must have a value
 * @param absent the value meant when there is none
 * @param choices the allowed values, empty for any
 */
public record StepField(
        String key, String label, Control control, boolean required, String absent, List<String> choices) {
    /** Kinds of inputs. */
    public enum Control {
        TEXT,
        MULTILINE,
        CODE,
        CHOICE,
        BOOLEAN,
        NUMBER,
        SECRET
    }
}

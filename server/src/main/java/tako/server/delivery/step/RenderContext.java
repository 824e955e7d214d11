package tako.server.delivery.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Variables;

/**
 * All that a rendering depends on.
 *
 * @param actionName the action's name
 * @param actionType its type
 * @param properties its properties, not evaluated
 * @param variables every variable that applies here, resolved by scope, system variables included
 * @param sensitive the names of those variables that are secret
 * @param target the deployment target it runs for, if any
 */
public record RenderContext(
        String actionName,
        String actionType,
        Map<String, String> properties,
        Variables variables,
        Set<String> sensitive,
        Optional<Target> target) {

    /** A deployment target's facts. */
    public record Target(String id, String name, Set<String> roles) {}

    /** A property evaluated with the variables; empty when absent or blank. */
    public Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key))
                .map(text -> variables.evaluate(text).text())
                .filter(text -> !text.isBlank());
    }
}

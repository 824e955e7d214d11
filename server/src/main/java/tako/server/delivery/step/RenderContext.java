package tako.server.delivery.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Variables;
import tako.platform.secret.Secret;

/**
 * All that a rendering depends on.
 *
 * @param actionName the action's name
 * @param actionType its type
 * @param properties its properties, not evaluated
 * @param variables every variable that applies here, resolved by scope, system variables included
 * @param sensitive the names of those variables that are secret
 * @param target the deployment target it runs for, if any
 * @param packages the packages it uses, by the order of the process
 */
public record RenderContext(
        String actionName,
        String actionType,
        Map<String, String> properties,
        Variables variables,
        Set<String> sensitive,
        Optional<Target> target,
        List<PackageInUse> packages) {

    /**
     * A deployment target's facts. How it is reached, with its credentials, stands in the variables.
     *
     * @param style its communication style, e.g. {@code Kubernetes}
     */
    public record Target(String id, String name, String style, Set<String> roles) {}

    /**
     * A package in the version that the release has frozen.
     *
     * @param name the reference's name; "" for the primary package
     * @param packageId its id in the feed, e.g. {@code acme/web}
     * @param version e.g. {@code 1.2.3}
     */
    public record PackageInUse(String name, String packageId, String version, FeedInUse feed) {}

    /**
     * Where a package comes from.
     *
     * @param id the feed's id
     * @param type e.g. {@code Docker}
     * @param registry host, port and path before the package's id in an image's name; "" for feeds that are no registries
     * @param username "" without credentials
     */
    public record FeedInUse(String id, String type, String registry, String username, Secret password) {
        /** Whether it asks for credentials. */
        public boolean hasCredentials() {
            return !username.isEmpty();
        }
    }

    /** A property evaluated with the variables; empty when absent or blank. */
    public Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key))
                .map(text -> variables.evaluate(text).text())
                .filter(text -> !text.isBlank());
    }
}

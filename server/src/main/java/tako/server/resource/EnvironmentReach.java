package tako.server.resource;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The environments in which somebody holds a permission. */
public sealed interface EnvironmentReach {
    /** All, also those that come. */
    EnvironmentReach EVERYWHERE = new Everywhere();

    /** Whether it holds in an environment, by its id. */
    boolean includes(String environment);

    /** All, also those that come. */
    record Everywhere() implements EnvironmentReach {
        @Override
        public boolean includes(String environment) {
            return true;
        }
    }

    /**
     * Some only.
     *
     * @param ids in lower case
     */
    record Only(Set<String> ids) implements EnvironmentReach {
        @Override
        public boolean includes(String environment) {
            return ids.contains(environment.toLowerCase(Locale.ROOT));
        }
    }

    /** Some environments only, by their ids. */
    static EnvironmentReach only(Collection<String> environments) {
        return new Only(
                environments.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }
}

package tako.server.infrastructure.machine;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import tako.server.resource.Stored;

/** Asks targets of some styles whether they can be deployed to. The families of steps know how; health checks use it. */
public interface TargetProbe {
    /** The communication styles it knows, e.g. {@code Kubernetes}. */
    Set<String> styles();

    /**
     * Asks one target. What goes wrong is a finding, never an exception; interruption means that nobody waits any more.
     *
     * @param target the target as it is stored
     * @param log takes what was tried, line by line, for people; never holds a secret
     */
    Finding probe(Stored<Machine> target, Consumer<String> log) throws InterruptedException;

    /**
     * What was found.
     *
     * @param summary one sentence: what is wrong and the way out, or what works
     */
    record Finding(Health health, String summary) {}

    /** The states of a target. */
    enum Health {
        HEALTHY("Healthy"),
        HAS_WARNINGS("HasWarnings"),
        UNHEALTHY("Unhealthy"),
        UNAVAILABLE("Unavailable"),
        UNKNOWN("Unknown");

        private final String wireName;

        Health(String wireName) {
            this.wireName = wireName;
        }

        /** By its wire name; {@link #UNKNOWN} for any other text. */
        public static Health of(String wireName) {
            return Arrays.stream(values())
                    .filter(health -> health.wireName.equalsIgnoreCase(wireName))
                    .findFirst()
                    .orElse(UNKNOWN);
        }

        /** As on the wire: {@code HasWarnings}. */
        public String wireName() {
            return wireName;
        }
    }
}

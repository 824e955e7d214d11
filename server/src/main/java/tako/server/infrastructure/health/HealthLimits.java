package tako.server.infrastructure.health;

import java.time.Duration;

/**
 * The bounds of a health task.
 *
 * @param target how long one target may take, when nobody says otherwise
 * @param together how many targets are asked at once
 */
public record HealthLimits(Duration target, int together) {
    /** The product's bounds. */
    public static HealthLimits standard() {
        return new HealthLimits(Duration.ofSeconds(60), 4);
    }
}

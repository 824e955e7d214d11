package tako.server.delivery.release;

import java.time.Instant;

/**
 * What a deployment is of and where it goes. Ids as their documents have them; "" for no tenant.
 *
 * @param number the number in the deployment's id: later ones have greater numbers
 */
public record Delivery(
        String deployment,
        long number,
        String space,
        String project,
        String release,
        String channel,
        String environment,
        String tenant,
        String task,
        Instant createdAt) {}

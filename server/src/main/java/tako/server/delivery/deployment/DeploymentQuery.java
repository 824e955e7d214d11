package tako.server.delivery.deployment;

import java.util.List;

/**
 * Which deployments a list shows. An empty filter means no filter.
 *
 * @param states wire names of their tasks' states
 */
public record DeploymentQuery(
        List<String> ids,
        List<String> projects,
        List<String> environments,
        List<String> tenants,
        List<String> channels,
        List<String> states,
        int skip,
        int take) {}

package tako.server.delivery.dashboard;

import java.util.List;
import java.util.Map;
import tako.server.library.lifecycle.RetentionPeriod;
import tools.jackson.databind.node.ObjectNode;

/** The releases of a project, newest first, with where each is and where it may go. */
public record ProjectProgression(
        List<Dashboard.Place> environments,
        Map<String, List<Dashboard.Place>> channelEnvironments,
        Map<String, List<Dashboard.Place>> lifecycleEnvironments,
        List<ReleaseLine> releases,
        Map<String, String> links) {

    /**
     * A release.
     *
     * @param deployments its newest one by environment
     */
    public record ReleaseLine(
            ObjectNode release,
            ObjectNode channel,
            Map<String, List<DashboardItem>> deployments,
            List<String> nextDeployments,
            boolean hasUnresolvedDefect,
            RetentionPeriod releaseRetentionPeriod,
            RetentionPeriod tentacleRetentionPeriod) {}
}

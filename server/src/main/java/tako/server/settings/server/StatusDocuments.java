package tako.server.settings.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes of the server's status. */
public final class StatusDocuments {
    private StatusDocuments() {}

    /**
     * {@code /serverstatus}.
     *
     * @param takoVersion the program's own version
     */
    public record Status(
            boolean isDatabaseEncrypted,
            boolean isUpgradeAvailable,
            boolean isMajorMinorUpgrade,
            boolean isInMaintenanceMode,
            Optional<Instant> maintenanceExpires,
            String maximumAvailableVersion,
            String maximumAvailableVersionCoveredByLicense,
            boolean isPotentialClone,
            String takoVersion,
            Map<String, String> links) {}

    /** {@code /serverstatus/health}. */
    public record Health(
            boolean isOperatingNormally,
            boolean isEntireClusterDrainingTasks,
            boolean isEntireClusterReadOnly,
            boolean isCompliantWithLicense,
            String description,
            Map<String, String> links) {}

    /**
     * {@code /serverstatus/system-info}.
     *
     * @param uptime in words of a clock: {@code 2.03:04:05}
     */
    public record SystemInfo(
            String version,
            String osVersion,
            String clrVersion,
            Duration uptime,
            int threadCount,
            long workingSetBytes,
            Map<String, String> links) {}

    /** One zone of {@code /serverstatus/timezones}. */
    public record Timezone(String id, String name, boolean isLocal, Map<String, String> links) {}

    /** One node of {@code /octopusservernodes}. */
    public record Node(
            String id, String name, int maxConcurrentTasks, boolean isInMaintenanceMode, Map<String, String> links) {}

    /** {@code /octopusservernodes/summary}. */
    public record NodeSummary(List<Node> nodes, Map<String, String> links) {}

    /** {@code /licenses/licenses-current-status}: there is nothing to license. */
    public record LicenseStatus(
            String id,
            boolean isCompliant,
            String complianceSummary,
            Optional<Instant> effectiveExpiryDate,
            int daysToEffectiveExpiryDate,
            List<String> limits,
            List<String> messages,
            String hostingEnvironment,
            String permissionsMode,
            Map<String, String> links) {}

    /** {@code /capabilities}. */
    public record Capabilities(List<String> capabilities) {}

    /** {@code /configuration/feature-toggles}. */
    public record FeatureToggles(List<Toggle> featureToggles) {}

    /** One feature toggle. */
    public record Toggle(String name, boolean isEnabled) {}
}

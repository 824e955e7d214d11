package tako.server.infrastructure.machine;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * How targets are checked, kept up to date and cleaned up. Time spans are .NET texts, {@code hh:mm:ss} or {@code
 * d.hh:mm:ss}; the sections the server does not act on are kept as sent.
 */
public record MachinePolicy(
        String id,
        String spaceId,
        String name,
        String description,
        boolean isDefault,
        String connectionConnectTimeout,
        int connectionRetryCountLimit,
        String connectionRetrySleepInterval,
        String connectionRetryTimeLimit,
        String pollingRequestQueueTimeout,
        String pollingRequestMaximumMessageProcessingTimeout,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {
    static final String HEALTH_CHECK = "MachineHealthCheckPolicy";

    public MachinePolicy {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        description = Absent.orEmpty(description);
        connectionConnectTimeout = Absent.or(connectionConnectTimeout, "00:01:00");
        connectionRetryCountLimit = connectionRetryCountLimit == 0 ? 5 : connectionRetryCountLimit;
        connectionRetrySleepInterval = Absent.or(connectionRetrySleepInterval, "00:00:01");
        connectionRetryTimeLimit = Absent.or(connectionRetryTimeLimit, "00:05:00");
        pollingRequestQueueTimeout = Absent.or(pollingRequestQueueTimeout, "00:02:00");
        pollingRequestMaximumMessageProcessingTimeout =
                Absent.or(pollingRequestMaximumMessageProcessingTimeout, "00:10:00");
        unknown = Absent.orEmpty(unknown);
    }

    /** How long after a check the next one is due; empty for never, and for a text that says nothing readable. */
    public Optional<Duration> checkInterval() {
        return TimeSpan.parse(healthCheck("HealthCheckInterval")).filter(Duration::isPositive);
    }

    /** A text in the section of health checks, "" for none. */
    String healthCheck(String member) {
        return Optional.ofNullable(unknown.get(HEALTH_CHECK))
                .map(section -> section.path(member).asString("").strip())
                .orElse("");
    }
}

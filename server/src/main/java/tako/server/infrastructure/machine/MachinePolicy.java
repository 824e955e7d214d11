package tako.server.infrastructure.machine;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
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
}

package tako.server.infrastructure.worker;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A machine that would run work on behalf of targets. This version of the server keeps workers and runs the work itself.
 *
 * @param workerPoolIds the pools it belongs to; at least one
 * @param endpoint how it is reached
 */
public record Worker(
        String id,
        String spaceId,
        String name,
        String slug,
        boolean isDisabled,
        String machinePolicyId,
        List<String> workerPoolIds,
        Machine.Endpoint endpoint,
        String healthStatus,
        String statusSummary,
        boolean hasLatestCalamari,
        boolean isInProcess,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Worker {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        machinePolicyId = Absent.orEmpty(machinePolicyId);
        workerPoolIds = Absent.orEmpty(workerPoolIds);
        endpoint = Optional.ofNullable(endpoint).orElseGet(() -> new Machine.Endpoint("", "", Map.of()));
        healthStatus = Absent.or(healthStatus, "Unknown");
        statusSummary = Absent.orEmpty(statusSummary);
        unknown = Absent.orEmpty(unknown);
    }
}

package tako.server.infrastructure.worker;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/** Where work that needs muscle runs. A pool without workers means the server itself. */
public record WorkerPool(
        String id,
        String spaceId,
        String name,
        String slug,
        String description,
        String workerPoolType,
        boolean isDefault,
        boolean canAddWorkers,
        int sortOrder,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public WorkerPool {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        workerPoolType = Absent.or(workerPoolType, "StaticWorkerPool");
        canAddWorkers = workerPoolType.equals("StaticWorkerPool");
        unknown = Absent.orEmpty(unknown);
    }
}

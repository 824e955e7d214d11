package tako.server.library.lifecycle;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * The phases a release passes. Without phases, every environment of the space is one, in their order.
 *
 * @param id {@code Lifecycles-1}; "" before it is stored
 * @param spaceId the space
 * @param name unique in the space
 * @param slug its name in files and addresses
 * @param description Markdown
 * @param phases in order
 * @param releaseRetentionPolicy for phases that have none, and for releases never deployed
 * @param tentacleRetentionPolicy for phases that have none
 * @param unknown members that this server does not know, kept
 */
public record Lifecycle(
        String id,
        @Nullable String spaceId,
        String name,
        @Nullable String slug,
        @Nullable String description,
        List<Phase> phases,
        RetentionPeriod releaseRetentionPolicy,
        RetentionPeriod tentacleRetentionPolicy,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {
    public Lifecycle {
        id = Absent.orEmpty(id);
        name = Absent.orEmpty(name);
        phases = Absent.orEmpty(phases);
        releaseRetentionPolicy = Absent.or(releaseRetentionPolicy, RetentionPeriod.DEFAULT);
        tentacleRetentionPolicy = Absent.or(tentacleRetentionPolicy, RetentionPeriod.DEFAULT);
        unknown = Absent.orEmpty(unknown);
    }
}

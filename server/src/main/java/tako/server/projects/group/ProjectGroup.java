package tako.server.projects.group;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/** A group of projects. */
public record ProjectGroup(
        String id,
        String spaceId,
        String name,
        String slug,
        String description,
        List<String> environmentIds,
        @Nullable String retentionPolicyId,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public ProjectGroup {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        environmentIds = Absent.orEmpty(environmentIds);
        unknown = Absent.orEmpty(unknown);
    }
}

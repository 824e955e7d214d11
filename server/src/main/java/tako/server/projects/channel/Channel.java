package tako.server.projects.channel;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A channel of a project.
 *
 * @param lifecycleId the lifecycle of its releases; null for the project's
 * @param isDefault whether a release that names no channel goes here; true for exactly one of a project
 * @param rules which package versions it takes
 */
public record Channel(
        String id,
        String spaceId,
        String name,
        String slug,
        String description,
        String projectId,
        @Nullable String lifecycleId,
        boolean isDefault,
        String type,
        List<ChannelRule> rules,
        List<String> tenantTags,
        List<JsonNode> customFieldDefinitions,
        List<String> gitReferenceRules,
        List<JsonNode> gitResourceRules,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Channel {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        projectId = Absent.orEmpty(projectId);
        lifecycleId = lifecycleId == null || lifecycleId.isBlank() ? null : lifecycleId;
        type = Absent.or(type, "Lifecycle");
        rules = Absent.orEmpty(rules);
        tenantTags = Absent.orEmpty(tenantTags);
        customFieldDefinitions = Absent.orEmpty(customFieldDefinitions);
        gitReferenceRules = Absent.orEmpty(gitReferenceRules);
        gitResourceRules = Absent.orEmpty(gitResourceRules);
        unknown = Absent.orEmpty(unknown);
    }
}

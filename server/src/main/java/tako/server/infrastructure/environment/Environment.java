package tako.server.infrastructure.environment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * An environment.
 *
 * @param sortOrder its place among the environments of its space, from 0
 * @param useGuidedFailure whether deployments to it ask a person when a step fails
 * @param allowDynamicInfrastructure whether scripts may create and delete targets in it
 * @param environmentTags {@code Set/Tag}
 */
public record Environment(
        String id,
        String spaceId,
        String name,
        String slug,
        String description,
        int sortOrder,
        boolean useGuidedFailure,
        boolean allowDynamicInfrastructure,
        List<String> environmentTags,
        List<JsonNode> extensionSettings,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Environment {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        environmentTags = Absent.orEmpty(environmentTags);
        extensionSettings = Absent.orEmpty(extensionSettings);
        unknown = Absent.orEmpty(unknown);
    }
}

package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * The image in which an action runs.
 *
 * @param image its name and tag; absent for none
 * @param feedId the registry
 * @param unknown members that this server does not know, kept
 */
public record ActionContainer(
        @Nullable String image,
        @Nullable String feedId,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public ActionContainer {
        unknown = Absent.orEmpty(unknown);
    }
}

package tako.server.delivery.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A release that a deployment brings to its environment.
 *
 * @param releaseNotes Markdown
 * @param buildInformation none yet, as are work items and commits
 */
public record Change(
        String version,
        @Nullable String releaseNotes,
        List<JsonNode> buildInformation,
        List<JsonNode> workItems,
        List<JsonNode> commits) {
    /** A release with its notes. */
    static Change of(String version, @Nullable String releaseNotes) {
        return new Change(version, releaseNotes, List.of(), List.of(), List.of());
    }
}

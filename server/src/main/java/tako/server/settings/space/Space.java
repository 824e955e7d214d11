package tako.server.settings.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A space: nothing is shared across it.
 *
 * @param isDefault whether addresses that name no space mean this one
 * @param taskQueueStopped whether its tasks wait; only then it may be deleted
 * @param spaceManagersTeams teams that manage it, the one made for it among them
 * @param spaceManagersTeamMembers users in the team made for it
 */
public record Space(
        String id,
        String name,
        String slug,
        String description,
        boolean isDefault,
        boolean isPrivate,
        boolean taskQueueStopped,
        List<String> spaceManagersTeams,
        List<String> spaceManagersTeamMembers,
        List<JsonNode> extensionSettings,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Space {
        id = Absent.orEmpty(id);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        spaceManagersTeams = Absent.orEmpty(spaceManagersTeams);
        spaceManagersTeamMembers = Absent.orEmpty(spaceManagersTeamMembers);
        extensionSettings = Absent.orEmpty(extensionSettings);
        unknown = Absent.orEmpty(unknown);
    }

    /** A space that the server makes by itself. */
    static Space named(String name, boolean isDefault) {
        return new Space("", name, "", "", isDefault, false, false, List.of(), List.of(), List.of(), Map.of());
    }
}

package tako.server.people.team;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A team.
 *
 * @param spaceId the space it belongs to; null for a team of the system
 * @param memberUserIds its members; of "Everyone" none, because everybody is
 * @param externalSecurityGroups groups of sign-in providers whose members are in it
 * @param canBeDeleted whether it is nobody's built-in team; a client refuses to delete others by itself
 */
public record Team(
        String id,
        String name,
        String slug,
        String description,
        @Nullable String spaceId,
        List<String> memberUserIds,
        List<JsonNode> externalSecurityGroups,
        boolean canBeDeleted,
        boolean canBeRenamed,
        boolean canChangeRoles,
        boolean canChangeMembers,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Team {
        id = Absent.orEmpty(id);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        spaceId = spaceId == null || spaceId.isBlank() ? null : spaceId;
        memberUserIds = onceEach(Absent.orEmpty(memberUserIds));
        externalSecurityGroups = Absent.orEmpty(externalSecurityGroups);
        unknown = Absent.orEmpty(unknown);
    }

    /** The space it belongs to, "" for a team of the system. */
    String space() {
        return Absent.orEmpty(spaceId);
    }

    /** What may be changed of a team that somebody made: everything. */
    static final Allowed OWN = new Allowed(true, true, true, true);

    /** What may be changed of a team. */
    record Allowed(boolean deleting, boolean renaming, boolean roles, boolean members) {}

    /** What may be changed of it. */
    Allowed allowed() {
        return new Allowed(canBeDeleted, canBeRenamed, canChangeRoles, canChangeMembers);
    }

    /** Ids without those that differ in letter case only. */
    private static List<String> onceEach(List<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.stream().filter(id -> seen.add(id.toLowerCase(Locale.ROOT))).toList();
    }
}

package tako.server.infrastructure.account;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * What Tako signs in elsewhere with.
 *
 * @param accountType of {@link AccountType}; never changes
 * @param environmentIds where it may be used; none for everywhere
 * @param members those of its type, and those that this version does not know
 */
public record Account(
        String id,
        String spaceId,
        String name,
        String slug,
        String description,
        String accountType,
        List<String> environmentIds,
        String tenantedDeploymentParticipation,
        List<String> tenantIds,
        List<String> tenantTags,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> members)
        implements Document {

    public Account {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        accountType = Absent.orEmpty(accountType);
        environmentIds = Absent.orEmpty(environmentIds);
        tenantedDeploymentParticipation = Absent.or(tenantedDeploymentParticipation, "Untenanted");
        tenantIds = Absent.orEmpty(tenantIds);
        tenantTags = Absent.orEmpty(tenantTags);
        members = Absent.orEmpty(members);
    }

    /** Whether it may be used in an environment. */
    public boolean isFor(String environment) {
        return environmentIds.isEmpty() || environmentIds.stream().anyMatch(environment::equalsIgnoreCase);
    }
}

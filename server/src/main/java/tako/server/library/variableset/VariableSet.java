package tako.server.library.variableset;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * The variables of a project or library set. {@code ScopeValues} is made for each answer and never stored.
 *
 * @param id {@code variableset-Projects-1}, or that of a snapshot
 * @param spaceId the space
 * @param ownerId the project or library set
 * @param version raised by every change; a client sends the one it read
 * @param variables in order; the order decides between equals
 * @param unknown members that this server does not know, kept
 */
@JsonIgnoreProperties({"ScopeValues", "Links"})
public record VariableSet(
        String id,
        String spaceId,
        String ownerId,
        int version,
        List<Variable> variables,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public VariableSet {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        ownerId = Absent.orEmpty(ownerId);
        variables = Absent.orEmpty(variables);
        unknown = Absent.orEmpty(unknown);
    }

    /** An owner's set before anyone has added a variable. */
    public static VariableSet empty(String id, String spaceId, String ownerId) {
        return new VariableSet(id, spaceId, ownerId, 0, List.of(), Map.of());
    }

    /** The same set with other variables. */
    public VariableSet withVariables(List<Variable> changed) {
        return new VariableSet(id, spaceId, ownerId, version, changed, unknown);
    }

    /** The same set with another version. */
    public VariableSet withVersion(int changed) {
        return new VariableSet(id, spaceId, ownerId, changed, variables, unknown);
    }
}

package tako.server.infrastructure.machine;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A deployment target.
 *
 * @param environmentIds where it belongs; at least one
 * @param roles its tags, which steps choose targets by; at least one
 * @param endpoint how it is reached; its {@code CommunicationStyle} says which members there are
 * @param healthStatus as the last check found it, by the wire names of {@link TargetProbe.Health}
 * @param statusSummary what that check found, one sentence
 */
public record Machine(
        String id,
        String spaceId,
        String name,
        String slug,
        boolean isDisabled,
        String machinePolicyId,
        List<String> environmentIds,
        List<String> roles,
        List<String> tenantIds,
        List<String> tenantTags,
        String tenantedDeploymentParticipation,
        Endpoint endpoint,
        String healthStatus,
        String statusSummary,
        boolean hasLatestCalamari,
        boolean isInProcess,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Machine {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        machinePolicyId = Absent.orEmpty(machinePolicyId);
        environmentIds = Absent.orEmpty(environmentIds);
        roles = Absent.orEmpty(roles);
        tenantIds = Absent.orEmpty(tenantIds);
        tenantTags = Absent.orEmpty(tenantTags);
        tenantedDeploymentParticipation = Absent.or(tenantedDeploymentParticipation, "Untenanted");
        endpoint = Absent.or(endpoint, Endpoint.NONE);
        healthStatus = Absent.or(healthStatus, "Unknown");
        statusSummary = Absent.orEmpty(statusSummary);
        unknown = Absent.orEmpty(unknown);
    }

    /** Whether a step that asks for any of these roles may run on it. */
    public boolean holdsAnyOf(List<String> wanted) {
        return roles.stream().anyMatch(role -> wanted.stream().anyMatch(role::equalsIgnoreCase));
    }

    /**
     * How a target or worker is reached.
     *
     * @param communicationStyle {@code None} for a target that is only named: its steps run on the server
     * @param unknown the style's own members, as they were sent; {@link KubernetesEndpoint} reads those of a cluster
     */
    public record Endpoint(
            String communicationStyle,
            String defaultWorkerPoolId,
            @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
        static final Endpoint NONE = new Endpoint("", "", Map.of());

        public Endpoint {
            communicationStyle = Absent.orEmpty(communicationStyle);
            defaultWorkerPoolId = Absent.orEmpty(defaultWorkerPoolId);
            unknown = Absent.orEmpty(unknown);
        }

        /** The text of one of the style's own members, {@code ClusterUrl}; "" for none. */
        public String text(String member) {
            return text(unknown, member);
        }

        /** The text of a member of one of the style's own sections, {@code Authentication}; "" for none. */
        public String text(String section, String member) {
            return Optional.ofNullable(unknown.get(section))
                    .map(node -> node.path(member).asString("").strip())
                    .orElse("");
        }

        private static String text(Map<String, JsonNode> members, String member) {
            return Optional.ofNullable(members.get(member))
                    .map(node -> node.asString("").strip())
                    .orElse("");
        }
    }
}

package tako.server.library.lifecycle;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * A stage of a lifecycle. Without environments it stands for every environment that no earlier phase names.
 *
 * @param id a GUID; the server gives one where it is absent
 * @param name for people
 * @param automaticDeploymentTargets environments that are deployed to as soon as the phase is reached
 * @param optionalDeploymentTargets environments that are deployed to by hand
 * @param minimumEnvironmentsBeforePromotion how many must have succeeded before the next phase; 0 for all
 * @param isOptionalPhase never holds up later phases
 * @param isPriorityPhase its deployments go before others
 * @param countsEarlierSuccess an environment counts once it ever succeeded, even when its latest deployment did not; off,
 *     as in Octopus, only the latest counts
 * @param releaseRetentionPolicy absent to inherit
 * @param tentacleRetentionPolicy absent to inherit
 * @param unknown members that this server does not know, kept
 */
public record Phase(
        @Nullable String id,
        @Nullable String name,
        List<String> automaticDeploymentTargets,
        List<String> optionalDeploymentTargets,
        int minimumEnvironmentsBeforePromotion,
        boolean isOptionalPhase,
        boolean isPriorityPhase,
        boolean countsEarlierSuccess,
        @Nullable RetentionPeriod releaseRetentionPolicy,
        @Nullable RetentionPeriod tentacleRetentionPolicy,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public Phase {
        automaticDeploymentTargets = Absent.orEmpty(automaticDeploymentTargets);
        optionalDeploymentTargets = Absent.orEmpty(optionalDeploymentTargets);
        unknown = Absent.orEmpty(unknown);
    }

    /** The environments it names. */
    public List<String> environments() {
        return Stream.concat(automaticDeploymentTargets.stream(), optionalDeploymentTargets.stream())
                .toList();
    }

    /** The name; "" when absent. */
    public String label() {
        return Absent.orEmpty(name).strip();
    }
}

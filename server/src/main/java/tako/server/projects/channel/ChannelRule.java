package tako.server.projects.channel;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.library.packages.VersionRule;
import tako.server.projects.process.PackageSlot;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * Which versions a channel takes of some packages of its project's process.
 *
 * @param versionRange {@code [1.0,2.0)}; "" for every version
 * @param tag a regular expression over the pre-release; "" for any
 * @param actionPackages the places of the process that it holds for
 */
public record ChannelRule(
        @Nullable String id,
        String versionRange,
        String tag,
        List<ActionPackage> actionPackages,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public ChannelRule {
        versionRange = Absent.orEmpty(versionRange);
        tag = Absent.orEmpty(tag);
        actionPackages = Absent.orEmpty(actionPackages);
        unknown = Absent.orEmpty(unknown);
    }

    /**
     * A place of a process.
     *
     * @param deploymentAction the action by name or slug
     * @param packageReference the reference's name; "" for the primary package
     */
    public record ActionPackage(
            String deploymentAction,
            String packageReference,
            @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
        public ActionPackage {
            deploymentAction = Absent.orEmpty(deploymentAction);
            packageReference = Absent.orEmpty(packageReference);
            unknown = Absent.orEmpty(unknown);
        }

        private boolean names(PackageSlot slot) {
            boolean action = deploymentAction.equalsIgnoreCase(slot.actionName())
                    || deploymentAction.equalsIgnoreCase(slot.actionSlug());
            return action && packageReference.equalsIgnoreCase(slot.referenceName());
        }
    }

    /** Whether it holds for a place. */
    boolean holdsFor(PackageSlot slot) {
        return actionPackages.stream().anyMatch(place -> place.names(slot));
    }

    /** What it asks of versions. */
    VersionRule versions() {
        return new VersionRule(versionRange, tag);
    }
}

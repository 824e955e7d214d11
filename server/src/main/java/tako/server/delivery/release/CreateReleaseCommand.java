package tako.server.delivery.release;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * A release to be made, by names: what build servers send.
 *
 * @param projectName name, id or slug
 * @param packageVersion the version of every package that {@code packages} does not choose
 * @param packages {@code Step:Version}, {@code PackageId:Version}, {@code Step:Reference:Version}
 * @param gitRef only for projects in Git: refused when it is there
 */
public record CreateReleaseCommand(
        String projectName,
        @Nullable String releaseVersion,
        @Nullable String channelName,
        @Nullable String packageVersion,
        List<String> packages,
        @Nullable String releaseNotes,
        Map<String, JsonNode> customFields,
        boolean ignoreIfAlreadyExists,
        boolean ignoreChannelRules,
        @Nullable String gitRef) {
    public CreateReleaseCommand {
        projectName = Absent.orEmpty(projectName);
        packages = Absent.orEmpty(packages);
        customFields = Absent.orEmpty(customFields);
    }

    /** What was made. */
    public record Answer(String releaseId, String releaseVersion) {}
}

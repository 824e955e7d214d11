package tako.server.delivery.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.server.projects.process.PackageSlot;
import tools.jackson.databind.JsonNode;

/**
 * A release to be made.
 *
 * @param project id, name or slug
 * @param channel id, name or slug among the project's; empty for its default one
 * @param version a version or a {@link VersionMask}; empty for the next one of the project
 * @param notes Markdown
 * @param packages which versions
 */
public record NewRelease(
        String project,
        Optional<String> channel,
        Optional<String> version,
        @Nullable String notes,
        Packages packages,
        Options options,
        Map<String, JsonNode> customFields,
        Map<String, JsonNode> unknown) {

    /**
     * What holds for the creation itself.
     *
     * @param ignoreIfAlreadyExists whether an existing release of that version is answered rather than refused
     */
    public record Options(boolean ignoreChannelRules, boolean ignoreIfAlreadyExists) {}

    /** The versions of packages, in one of the two forms in which clients choose them. */
    public sealed interface Packages {
        /** Place by place. */
        record Selected(List<SelectedPackage> places) implements Packages {}

        /** As texts, {@code Step:Version}, and one version for the rest. */
        record Written(List<String> choices, Optional<String> everything) implements Packages {}

        /** The client's choice, and the newest versions for places that it leaves open. */
        record Completed(Packages chosen, Map<PackageSlot, String> newest) implements Packages {}
    }

    /** The same, with versions for the packages that it does not choose. */
    NewRelease completed(Map<PackageSlot, String> newest) {
        return new NewRelease(
                project,
                channel,
                version,
                notes,
                new Packages.Completed(packages, newest),
                options,
                customFields,
                unknown);
    }

    /** What a client wrote as a whole document. */
    static NewRelease of(Release sent, boolean ignoreChannelRules) {
        return new NewRelease(
                sent.projectId(),
                present(sent.channelId()),
                present(sent.version()),
                sent.releaseNotes(),
                new Packages.Selected(sent.selectedPackages()),
                new Options(ignoreChannelRules || sent.ignoreChannelRules(), false),
                sent.customFields(),
                sent.unknown());
    }

    /** What a client wrote by names. */
    static NewRelease of(CreateReleaseCommand sent) {
        return new NewRelease(
                sent.projectName(),
                present(sent.channelName()),
                present(sent.releaseVersion()),
                sent.releaseNotes(),
                new Packages.Written(sent.packages(), present(sent.packageVersion())),
                new Options(sent.ignoreChannelRules(), sent.ignoreIfAlreadyExists()),
                sent.customFields(),
                Map.of());
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }
}

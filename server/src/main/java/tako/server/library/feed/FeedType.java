package tako.server.library.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of feeds. Feeds of all of them are kept as they were sent; {@link #use} says which can be asked for packages.
 *
 * @param name as on the wire
 * @param use what can be done with it
 * @param hasAddress whether a feed of it needs a {@code FeedUri}; those in the cloud have a region or nothing in its place
 * @param locations where packages of it may be fetched to
 * @param members those that clients expect to be there, with their values where none was sent
 */
record FeedType(String name, Use use, boolean hasAddress, List<String> locations, List<Member> members) {
    private static final List<String> SERVER_OR_TARGET = List.of("Server", "ExecutionTarget");
    private static final List<String> SERVER_ONLY = List.of("Server");
    private static final List<String> CHARTS = List.of("Server", "NotAcquired");
    private static final List<String> IMAGES = List.of("ExecutionTarget", "NotAcquired");
    private static final List<Member> DOWNLOADS =
            List.of(new Member.Count("DownloadAttempts", 5), new Member.Count("DownloadRetryBackoffSeconds", 10));

    /** The one that each space has exactly one feed of. */
    static final FeedType BUILT_IN = new FeedType(
            "BuiltIn",
            Use.BUILT_IN,
            false,
            SERVER_OR_TARGET,
            with(DOWNLOADS, "DeletePackagesAssociatedWithReleases", "IsBuiltInRepoSyncEnabled"));

    /** All of them. */
    static final List<FeedType> ALL = List.of(
            BUILT_IN,
            new FeedType("OctopusProject", Use.KEPT, false, List.of("NotAcquired"), List.of()),
            new FeedType("NuGet", Use.KEPT, true, SERVER_OR_TARGET, with(DOWNLOADS, "EnhancedMode")),
            new FeedType("Docker", Use.REGISTRY, true, IMAGES, DOWNLOADS),
            new FeedType("OciRegistry", Use.REGISTRY, true, CHARTS, List.of()),
            new FeedType("AzureContainerRegistry", Use.REGISTRY, true, IMAGES, DOWNLOADS),
            new FeedType("GoogleContainerRegistry", Use.REGISTRY, true, IMAGES, DOWNLOADS),
            new FeedType("AwsElasticContainerRegistry", Use.KEPT, false, IMAGES, List.of()),
            new FeedType("Helm", Use.KEPT, true, CHARTS, List.of()),
            new FeedType("Maven", Use.KEPT, true, SERVER_OR_TARGET, DOWNLOADS),
            new FeedType("GitHub", Use.KEPT, true, SERVER_ONLY, DOWNLOADS),
            new FeedType("Npm", Use.KEPT, true, SERVER_ONLY, DOWNLOADS),
            new FeedType("PyPi", Use.KEPT, true, SERVER_ONLY, DOWNLOADS),
            new FeedType("S3", Use.KEPT, false, SERVER_ONLY, with(List.of(), "UseMachineCredentials")),
            new FeedType("GcsStorage", Use.KEPT, false, SERVER_ONLY, with(DOWNLOADS, "UseServiceAccountKey")),
            new FeedType("ArtifactoryGeneric", Use.KEPT, true, SERVER_ONLY, List.of()));

    /** What can be done with feeds of a kind. */
    enum Use {
        /** Packages that are pushed to this server. */
        BUILT_IN,
        /** A container registry of version 2, searched over the network. */
        REGISTRY,
        /** Stored and returned only. */
        KEPT
    }

    /** A member with the value that it has when none was sent. */
    sealed interface Member {
        /** False. */
        record Flag(String name) implements Member {}

        /** A number. */
        record Count(String name, int value) implements Member {}

        /** As on the wire. */
        String name();
    }

    /** The kind of this name, in any letter case. */
    static Optional<FeedType> of(String name) {
        return ALL.stream().filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
    }

    private static List<Member> with(List<Member> members, String... flags) {
        return Stream.concat(members.stream(), Arrays.stream(flags).map(Member.Flag::new))
                .toList();
    }
}
